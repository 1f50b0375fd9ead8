package io.simbaerp.invoice;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.document.DocumentId;
import java.util.Optional;

/** Purchase invoices, one by one. */
@Query(Duty.VIEW_DOCUMENT)
public class PurchaseInvoices {

    PurchaseInvoices() {}

    public Optional<PurchaseInvoiceView> byId(PurchaseInvoiceId id) {
        throw new UnsupportedOperationException();
    }

    /** The invoice a document was read into. */
    public Optional<PurchaseInvoiceView> byDocument(DocumentId document) {
        throw new UnsupportedOperationException();
    }
}
