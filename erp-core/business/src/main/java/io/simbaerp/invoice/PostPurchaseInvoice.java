package io.simbaerp.invoice;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.UseCase;

/**
 * Carries an approved invoice into the ledger and the VAT register: entry, open item, register rows and the document's
 * state change together or not at all.
 */
@UseCase(Duty.POST_INVOICE)
public class PostPurchaseInvoice {

    PostPurchaseInvoice() {}

    /** Posts it, or says why it can't be posted. Posting what is posted already changes nothing. */
    public PostOutcome post(PurchaseInvoiceId id) {
        throw new UnsupportedOperationException();
    }
}
