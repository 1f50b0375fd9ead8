package io.simbaerp.approval.matter;

import io.simbaerp.approval.ApprovalQuestion;
import io.simbaerp.approval.AskForApproval;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Subject;
import io.simbaerp.architecture.UseCase;
import java.util.UUID;

/** Asks for the approval of a record as it stands, of everybody its module says. */
@UseCase(Duty.RUN_PROCESS)
public class RequestRound {

    private final ApprovalMatters matters;
    private final AskForApproval askForApproval;

    RequestRound(ApprovalMatters matters, AskForApproval askForApproval) {
        this.matters = matters;
        this.askForApproval = askForApproval;
    }

    /** Asking again for the same while nobody has said no changes nothing. */
    public void request(Subject subject) {
        ApprovalMatter matter = matters.of(subject.kind());
        UUID id = subject.id();
        askForApproval.ask(
                new ApprovalQuestion(subject, matter.rounds(id), matter.contentHash(id), matter.content(id)));
    }
}
