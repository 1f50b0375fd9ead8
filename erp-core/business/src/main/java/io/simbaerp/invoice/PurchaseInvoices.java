package io.simbaerp.invoice;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.document.DocumentId;
import io.simbaerp.invoice.content.InvoiceDetails;
import java.util.Optional;

/** Purchase invoices, one by one. */
@Query(Duty.VIEW_DOCUMENT)
public class PurchaseInvoices {

    private final StoredInvoices invoices;
    private final CurrentCompany currentCompany;

    PurchaseInvoices(StoredInvoices invoices, CurrentCompany currentCompany) {
        this.invoices = invoices;
        this.currentCompany = currentCompany;
    }

    public Optional<InvoiceDetails> byId(PurchaseInvoiceId id) {
        return invoices.findById(id.value()).map(this::details);
    }

    /** The invoice a document was read into. */
    public Optional<InvoiceDetails> byDocument(DocumentId document) {
        return invoices.findByDocumentId(document.value()).map(this::details);
    }

    private InvoiceDetails details(PurchaseInvoice invoice) {
        return invoice.details(currentCompany.get().baseCurrency());
    }
}
