package io.simbaerp.approval.matter;

import io.simbaerp.approval.RequestApproval;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Subject;
import io.simbaerp.architecture.UseCase;

/** Asks for the approval of a record as it stands, of everybody its module says. */
@UseCase(Duty.RUN_PROCESS)
public class RequestRound {

    private final ApprovalMatters matters;
    private final RequestApproval requestApproval;

    RequestRound(ApprovalMatters matters, RequestApproval requestApproval) {
        this.matters = matters;
        this.requestApproval = requestApproval;
    }

    /** Asking again for the same while nobody has said no changes nothing. */
    public void request(Subject subject) {
        ApprovalMatter matter = matters.of(subject.kind());
        requestApproval.request(subject, matter.levels(subject.id()), matter.contentHash(subject.id()));
    }
}
