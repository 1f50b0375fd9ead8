package io.simbaerp.invoice.web;

import io.simbaerp.document.DocumentId;
import io.simbaerp.document.DocumentReading;
import io.simbaerp.document.ReadableDocument;
import io.simbaerp.invoice.AnswerQuestion;
import io.simbaerp.invoice.InvoiceState;
import io.simbaerp.invoice.PurchaseInvoices;
import io.simbaerp.invoice.content.InvoiceDetails;
import io.simbaerp.page.RuleTexts;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows the invoice a document was read into, laid out like paper. */
@Component
class InvoiceReading implements DocumentReading {

    private final PurchaseInvoices invoices;

    private final RuleTexts texts;

    InvoiceReading(PurchaseInvoices invoices, RuleTexts texts) {
        this.invoices = invoices;
        this.texts = texts;
    }

    @Override
    public Optional<ReadableDocument> of(DocumentId document) {
        return invoices.byDocument(document)
                .map(details -> new ReadableDocument(
                        "invoice/reading", "reading", InvoicePaper.of(details), rejectedBecause(details)));
    }

    /** What speaks for itself was kept as the name of the answer alone. */
    private @Nullable String rejectedBecause(InvoiceDetails details) {
        String reason = details.rejectionReason();
        if (reason == null || !details.state().equals(InvoiceState.REJECTED.name())) {
            return null;
        }
        return AnswerQuestion.OBVIOUS.contains(reason)
                ? texts.message("invoice.rejected-because." + reason, List.of())
                : reason;
    }
}
