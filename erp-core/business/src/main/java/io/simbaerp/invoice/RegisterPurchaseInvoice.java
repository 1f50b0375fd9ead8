package io.simbaerp.invoice;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.UseCase;

/**
 * Takes a received invoice in: settles its dates, its VAT period and its rates, finds the supplier, proposes the coding
 * and asks the questions a person has to answer. Nothing of it is in the books yet.
 */
@UseCase(Duty.RECEIVE_DOCUMENT)
public class RegisterPurchaseInvoice {

    RegisterPurchaseInvoice() {}

    /** @throws io.simbaerp.architecture.RuleViolation invoice.incomplete, invoice.registered-already */
    public PurchaseInvoiceId register(PurchaseInvoiceDraft draft) {
        throw new UnsupportedOperationException();
    }
}
