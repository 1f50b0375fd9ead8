package io.simbaerp.workflow.approvalround;

import io.simbaerp.approval.Approvals;
import io.simbaerp.approval.matter.RequestRound;
import io.simbaerp.approval.round.Seat;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Subject;
import io.simbaerp.workflow.engine.Step;
import io.simbaerp.workflow.engine.Steps;
import java.util.UUID;

/** What the shared model {@code ApprovalRound} calls. What it is about comes from the process that calls it. */
@Steps(
        process = ApprovalRoundSteps.PROCESS,
        duties = {Duty.BELONG_TO_COMPANY})
public class ApprovalRoundSteps {

    static final String PROCESS = "ApprovalRound";

    private static final String NOBODY = "NOBODY";

    private final RequestRound requestRound;
    private final Approvals approvals;

    ApprovalRoundSteps(RequestRound requestRound, Approvals approvals) {
        this.requestRound = requestRound;
        this.approvals = approvals;
    }

    @Step
    public void request(String subjectKind, String subjectId) {
        requestRound.request(subject(subjectKind, subjectId));
    }

    /** The seat whose turn it is, a duty's or a person's; {@code NOBODY} when all agreed or somebody said no. */
    @Step
    public String nextLevel(String subjectKind, String subjectId) {
        return approvals
                .standing(subject(subjectKind, subjectId))
                .flatMap(standing -> standing.free().stream().findFirst())
                .map(Seat::key)
                .orElse(NOBODY);
    }

    private static Subject subject(String kind, String id) {
        return new Subject(kind, UUID.fromString(id));
    }
}
