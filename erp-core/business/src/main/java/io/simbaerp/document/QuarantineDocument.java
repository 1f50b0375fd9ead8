package io.simbaerp.document;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;

/** Puts a document that couldn't be processed aside, with the reason and the count of attempts. */
@UseCase(Duty.RECEIVE_DOCUMENT)
public class QuarantineDocument {

    private final KeptDocuments documents;
    private final DocumentNews news;
    private final Clock clock;

    QuarantineDocument(KeptDocuments documents, DocumentNews news, Clock clock) {
        this.documents = documents;
        this.news = news;
        this.clock = clock;
    }

    /**
     * Quarantines it once more.
     *
     * @return how often it has been tried in vain
     * @throws io.simbaerp.architecture.RuleViolation document.move-not-allowed
     */
    public int quarantine(DocumentId id, QuarantineReason reason) {
        Document document = documents.locked(id);
        document.quarantine(reason, clock.instant());
        documents.flush();
        news.quarantined(id);
        return document.attempts();
    }
}
