package io.simbaerp.document;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.UseCase;

/** Moves a document on when the record it is the voucher of has moved: posted, rejected, paid. */
@UseCase(Duty.RUN_PROCESS)
public class MoveDocument {

    private final KeptDocuments documents;
    private final DocumentNews news;

    MoveDocument(KeptDocuments documents, DocumentNews news) {
        this.documents = documents;
        this.news = news;
    }

    /**
     * Moves it to this state.
     *
     * @throws io.simbaerp.architecture.RuleViolation document.move-not-allowed
     */
    public void to(DocumentId id, DocumentState state) {
        Document document = documents.locked(id);
        document.moveTo(state);
        documents.flush();
        news.moved(id, state);
    }
}
