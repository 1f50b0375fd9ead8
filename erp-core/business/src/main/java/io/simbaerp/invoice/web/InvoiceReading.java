package io.simbaerp.invoice.web;

import io.simbaerp.document.DocumentId;
import io.simbaerp.document.DocumentReading;
import io.simbaerp.document.ReadableDocument;
import io.simbaerp.invoice.PurchaseInvoices;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Shows the invoice a document was read into, laid out like paper. */
@Component
class InvoiceReading implements DocumentReading {

    private final PurchaseInvoices invoices;

    InvoiceReading(PurchaseInvoices invoices) {
        this.invoices = invoices;
    }

    @Override
    public Optional<ReadableDocument> of(DocumentId document) {
        return invoices.byDocument(document)
                .map(details -> new ReadableDocument("invoice/reading", "reading", InvoicePaper.of(details)));
    }
}
