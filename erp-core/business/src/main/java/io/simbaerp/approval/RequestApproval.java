package io.simbaerp.approval;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Subject;
import io.simbaerp.architecture.UseCase;
import java.util.List;

/** Settles who must agree to exactly this content, level after level. */
@UseCase(Duty.RUN_PROCESS)
public class RequestApproval {

    private final NewRequest newRequest;

    RequestApproval(NewRequest newRequest) {
        this.newRequest = newRequest;
    }

    /**
     * Asking for the same again while nobody has said no changes nothing, so approvals given stay given. Anything else
     * voids the request before, with all its approvals.
     *
     * @throws io.simbaerp.architecture.RuleViolation approval.nobody-asked
     */
    public void request(Subject subject, List<Duty> levels, String contentHash) {
        newRequest.ask(ApprovalQuestion.ofLevels(subject, levels, contentHash, null));
    }
}
