package io.simbaerp.workflow.supplier;

import io.simbaerp.architecture.Duty;
import io.simbaerp.party.PartyId;
import io.simbaerp.party.creation.ApproveSupplier;
import io.simbaerp.party.creation.EndSupplierReview;
import io.simbaerp.workflow.engine.Step;
import io.simbaerp.workflow.engine.Steps;

/** What the model {@code SupplierApproval} calls: one use case each, ids in, constants out. */
@Steps(
        process = SupplierApprovalProcess.ID,
        duties = {Duty.VIEW_PARTY})
public class SupplierApprovalSteps {

    private final ApproveSupplier approveSupplier;
    private final EndSupplierReview endReview;

    SupplierApprovalSteps(ApproveSupplier approveSupplier, EndSupplierReview endReview) {
        this.approveSupplier = approveSupplier;
        this.endReview = endReview;
    }

    @Step
    public String approve(String partyId) {
        return approveSupplier.approve(PartyId.of(partyId)).name();
    }

    @Step
    public void giveBack(String partyId) {
        endReview.end(PartyId.of(partyId), false);
    }

    @Step
    public void refuse(String partyId) {
        endReview.end(PartyId.of(partyId), true);
    }
}
