package io.simbaerp.workflow.expense;

import io.simbaerp.approval.Decision;
import io.simbaerp.architecture.Duty;
import io.simbaerp.expense.ConcludeClaim;
import io.simbaerp.expense.booking.PostClaim;
import io.simbaerp.workflow.engine.Step;
import io.simbaerp.workflow.engine.Steps;
import java.util.UUID;

/** What the model {@code ExpenseClaimApproval} calls: one use case each, ids in, constants out. */
@Steps(
        process = ExpenseClaimApprovalProcess.ID,
        duties = {Duty.POST_JOURNAL_ENTRY, Duty.VIEW_LEDGER, Duty.VIEW_PARTY, Duty.VIEW_EXCHANGE_RATE})
public class ExpenseClaimApprovalSteps {

    private final ConcludeClaim concludeClaim;
    private final PostClaim postClaim;

    ExpenseClaimApprovalSteps(ConcludeClaim concludeClaim, PostClaim postClaim) {
        this.concludeClaim = concludeClaim;
        this.postClaim = postClaim;
    }

    @Step
    public String accept(String claimId) {
        return concludeClaim
                .conclude(UUID.fromString(claimId), Decision.APPROVE)
                .name();
    }

    @Step
    public void giveBack(String claimId) {
        concludeClaim.conclude(UUID.fromString(claimId), Decision.RETURN);
    }

    @Step
    public void reject(String claimId) {
        concludeClaim.conclude(UUID.fromString(claimId), Decision.REJECT);
    }

    @Step
    public String post(String claimId) {
        return postClaim.post(UUID.fromString(claimId)).name();
    }
}
