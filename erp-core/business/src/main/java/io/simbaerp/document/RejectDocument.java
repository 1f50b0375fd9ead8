package io.simbaerp.document;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;

/** Refuses a document in quarantine for good; its original stays in the archive. */
@UseCase(Duty.DECIDE_QUARANTINE)
public class RejectDocument {

    private final KeptDocuments documents;
    private final DocumentNews news;

    RejectDocument(KeptDocuments documents, DocumentNews news) {
        this.documents = documents;
        this.news = news;
    }

    /**
     * Rejects it for this reason.
     *
     * @throws RuleViolation document.reason-missing, document.not-in-this-state
     */
    public void reject(DocumentId id, String reason) {
        if (reason.isBlank()) {
            throw RuleViolation.ofField("reason", "document.reason-missing");
        }
        Document document = documents.locked(id);
        document.reject(reason.strip());
        documents.flush();
        news.moved(id, DocumentState.REJECTED);
    }
}
