package io.simbaerp.document;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.UseCase;
import java.util.List;

/** Adds what later checks say about a document, such as our own questions about buyer or duplicate. */
@UseCase(Duty.RECEIVE_DOCUMENT)
public class AddFindings {

    private final KeptDocuments documents;
    private final DocumentRows rows;
    private final DocumentNews news;

    AddFindings(KeptDocuments documents, DocumentRows rows, DocumentNews news) {
        this.documents = documents;
        this.rows = rows;
        this.news = news;
    }

    /** Adds these after those that are there. */
    public void add(DocumentId id, List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        documents.locked(id);
        rows.addFindings(id, findings);
        news.findingsAdded(id);
    }
}
