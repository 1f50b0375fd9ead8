package io.simbaerp.workflow.invoicecapture;

import io.simbaerp.architecture.Duty;
import io.simbaerp.document.DocumentId;
import io.simbaerp.document.Documents;
import io.simbaerp.workflow.engine.Step;
import io.simbaerp.workflow.engine.Steps;
import java.util.UUID;

/** What the model {@code InvoiceCapture} calls. */
@Steps(
        process = InvoiceCaptureProcess.ID,
        duties = {Duty.VIEW_DOCUMENT})
public class InvoiceCaptureSteps {

    private final Documents documents;

    InvoiceCaptureSteps(Documents documents) {
        this.documents = documents;
    }

    /** The kind of document it is by now. */
    @Step
    public String kind(String documentId) {
        return documents
                .byId(new DocumentId(UUID.fromString(documentId)))
                .orElseThrow()
                .kind();
    }
}
