package io.simbaerp.workflow.invoicecapture;

import io.simbaerp.document.DocumentKind;
import io.simbaerp.document.DocumentRegistered;
import io.simbaerp.document.DocumentView;
import io.simbaerp.document.Documents;
import io.simbaerp.workflow.engine.Processes;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Asks a person about every picture and plain PDF, in the transaction that registered it. */
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
                .byId(event.documentId())
                .filter(InvoiceCaptureProcess::mayBeAnInvoice)
                .ifPresent(this::begin);
    }

    private static boolean mayBeAnInvoice(DocumentView document) {
        return document.kind().equals(DocumentKind.PLAIN)
                && (document.mediaType().equals("application/pdf")
                        || document.mediaType().startsWith("image/"));
    }

    private void begin(DocumentView document) {
        UUID id = document.id().value();
        processes.begin(ID, id, Map.of(DOCUMENT, id.toString()));
    }
}
