package io.simbaerp.invoice;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.UseCase;

/** Ends an invoice that a person decided to reject. The decision and its reason stand on the invoice already. */
@UseCase(Duty.RUN_PROCESS)
public class RejectPurchaseInvoice {

    RejectPurchaseInvoice() {}

    /** @throws io.simbaerp.architecture.RuleViolation invoice.reason-missing, invoice.closed */
    public void reject(PurchaseInvoiceId id) {
        throw new UnsupportedOperationException();
    }
}
