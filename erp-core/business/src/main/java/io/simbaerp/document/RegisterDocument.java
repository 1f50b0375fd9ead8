package io.simbaerp.document;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.company.NumberSeries;

/**
 * Registers a document that has been read: kind, title, findings and its number. It is then IN_PROCESS; a plain one
 * stays RECEIVED until it is archived.
 */
@UseCase(Duty.RECEIVE_DOCUMENT)
public class RegisterDocument {

    private static final String SERIES = "document";

    private final KeptDocuments documents;
    private final DocumentRows rows;
    private final NumberSeries numbers;
    private final BusinessDay businessDay;
    private final DocumentNews news;

    RegisterDocument(
            KeptDocuments documents,
            DocumentRows rows,
            NumberSeries numbers,
            BusinessDay businessDay,
            DocumentNews news) {
        this.documents = documents;
        this.rows = rows;
        this.numbers = numbers;
        this.businessDay = businessDay;
        this.news = news;
    }

    /**
     * Gives the document its number and says what it is. A plain one may be registered once more as what somebody
     * recognised it to be; it keeps its number. Unless a class was chosen for it, it gets the one of its kind.
     *
     * @throws io.simbaerp.architecture.RuleViolation document.registered-already, document.move-not-allowed,
     *     document.not-in-this-state
     */
    public DocumentView register(RegistrationDraft draft) {
        Document document = documents.locked(draft.documentId());
        boolean again = document.isRegistered();
        document.register(draft);
        rows.addFindings(draft.documentId(), draft.findings());
        if (!again) {
            int year = businessDay.today().getYear();
            document.number("DOC/%d/%06d".formatted(year, numbers.next(SERIES, year)));
        }
        documents.flush();
        rows.classifyByKind(draft.documentId());
        if (again) {
            news.moved(draft.documentId(), DocumentState.IN_PROCESS);
        } else {
            news.registered(
                    draft.documentId(), draft.onBehalfOf() == null ? document.receivedBy() : draft.onBehalfOf());
        }
        return document.view();
    }
}
