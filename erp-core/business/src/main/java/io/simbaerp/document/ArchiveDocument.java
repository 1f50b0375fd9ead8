package io.simbaerp.document;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.UseCase;

/** Files a document away: a plain one once it was looked at, any other once it is posted or paid. */
@UseCase(Duty.RECEIVE_DOCUMENT)
public class ArchiveDocument {

    private final KeptDocuments documents;
    private final DocumentNews news;

    ArchiveDocument(KeptDocuments documents, DocumentNews news) {
        this.documents = documents;
        this.news = news;
    }

    /**
     * Archives it.
     *
     * @throws io.simbaerp.architecture.RuleViolation document.move-not-allowed, document.not-in-this-state
     */
    public void archive(DocumentId id) {
        Document document = documents.locked(id);
        document.archive();
        documents.flush();
        news.moved(id, DocumentState.ARCHIVED);
    }
}
