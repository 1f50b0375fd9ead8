package io.simbaerp.approval;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.UseCase;

/** Settles who must agree to exactly this content, and keeps the content beside it. */
@UseCase(Duty.RUN_PROCESS)
public class AskForApproval {

    private final NewRequest newRequest;

    AskForApproval(NewRequest newRequest) {
        this.newRequest = newRequest;
    }

    /**
     * Asking for the same again while nobody has said no changes nothing. Anything else voids the request before, with all
     * its approvals.
     *
     * @throws io.simbaerp.architecture.RuleViolation approval.nobody-asked
     */
    public void ask(ApprovalQuestion question) {
        newRequest.ask(question);
    }
}
