package io.simbaerp.workflow.invoicecapture;

import io.simbaerp.document.DocumentKind;
import io.simbaerp.document.DocumentRegistered;
import io.simbaerp.document.DocumentView;
import io.simbaerp.document.Documents;
import io.simbaerp.invoice.received.NotPosted;
import io.simbaerp.workflow.engine.Processes;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Asks a person about every picture and plain PDF that may be an invoice, in the transaction that registered it. */
@Component
class InvoiceCaptureProcess {

    static final String ID = "InvoiceCapture";
    static final String DOCUMENT = "documentId";

    private final Processes processes;
    private final Documents documents;

    InvoiceCaptureProcess(Processes processes, Documents documents) {
        this.processes = processes;
        this.documents = documents;
    }

    @EventListener
    void begin(DocumentRegistered event) {
        documents
                .withFindings(event.documentId())
                .filter(found -> isReadByPeople(found.document()) && !NotPosted.isRuledOut(found.findings()))
                .ifPresent(found -> begin(found.document()));
    }

    private static boolean isReadByPeople(DocumentView document) {
        return document.kind().equals(DocumentKind.PLAIN)
                && (document.mediaType().equals("application/pdf")
                        || document.mediaType().startsWith("image/"));
    }

    private void begin(DocumentView document) {
        UUID id = document.id().value();
        processes.begin(ID, id, Map.of(DOCUMENT, id.toString()));
    }
}
