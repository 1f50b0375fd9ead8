package io.simbaerp.workflow.purchaseinvoice;

import io.simbaerp.architecture.Duty;
import io.simbaerp.invoice.PurchaseInvoiceId;
import io.simbaerp.invoice.protocol.SealApprovalProtocol;
import io.simbaerp.workflow.engine.Step;
import io.simbaerp.workflow.engine.Steps;
import java.util.UUID;

/** What the model {@code PurchaseInvoiceApproval} calls when an invoice stands in the books. */
@Steps(
        process = PurchaseInvoiceApprovalProcess.ID,
        duties = {Duty.VIEW_DOCUMENT, Duty.VIEW_LEDGER})
public class ApprovalProtocolSteps {

    private final SealApprovalProtocol sealApprovalProtocol;

    ApprovalProtocolSteps(SealApprovalProtocol sealApprovalProtocol) {
        this.sealApprovalProtocol = sealApprovalProtocol;
    }

    @Step
    public void seal(String invoiceId) {
        sealApprovalProtocol.seal(new PurchaseInvoiceId(UUID.fromString(invoiceId)));
    }
}
