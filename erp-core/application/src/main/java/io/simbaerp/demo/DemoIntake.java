package io.simbaerp.demo;

import io.simbaerp.architecture.NewId;
import io.simbaerp.company.CompanyView;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.document.DocumentFilter;
import io.simbaerp.document.DocumentId;
import io.simbaerp.document.DocumentView;
import io.simbaerp.document.Documents;
import io.simbaerp.intake.ReceiveDocument;
import io.simbaerp.intake.Submission;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Hands the demo's documents in, as its accountant, each once. */
@Component
class DemoIntake {

    private static final String CHANNEL = "demo";

    private final DemoPeople people;
    private final Documents documents;
    private final ReceiveDocument receiveDocument;
    private final CurrentCompany currentCompany;

    DemoIntake(DemoPeople people, Documents documents, ReceiveDocument receiveDocument, CurrentCompany currentCompany) {
        this.people = people;
        this.documents = documents;
        this.receiveDocument = receiveDocument;
        this.currentCompany = currentCompany;
    }

    /**
     * All the demo's documents of the company acted for. Their days are counted from the day the company was founded, so that a later start finds
     * them the same.
     */
    List<DemoDocument> all() {
        CompanyView company = currentCompany.get();
        LocalDate founded =
                NewId.madeAt(company.id().value()).atZone(company.timeZone()).toLocalDate();
        return DemoClient.is(company) ? DemoDocument.ofClient(founded) : DemoDocument.all(founded);
    }

    /** Whether somebody else has handed something in before the demo did. */
    boolean isTaken(DemoDocument first) {
        return !documents.list(DocumentFilter.ALL, null, 1).isEmpty()
                && find(first).isEmpty();
    }

    /** Whether an earlier start has come to the end. */
    boolean isComplete(List<DemoDocument> all) {
        return find(all.get(all.size() - 1)).isPresent();
    }

    /** Its document, handed in now if it wasn't before. */
    DocumentId receive(DemoDocument document, List<DemoDocument> all) {
        return find(document)
                .orElseGet(() -> people.as(document.term("by").orElse(DemoPeople.ACCOUNTANT), () -> receiveDocument
                        .receive(new Submission(
                                DemoFile.of(document, all, currentCompany.get()),
                                document.fileName(),
                                "application/octet-stream",
                                CHANNEL,
                                CHANNEL + "/" + document.name(),
                                document.received(),
                                document.ksefNumber().orElse(null),
                                document.term("class").orElse(null)))
                        .id()));
    }

    private Optional<DocumentId> find(DemoDocument document) {
        return documents.list(new DocumentFilter(null, null, document.fileName(), null, null), null, 5).stream()
                .filter(found -> found.channel().equals(CHANNEL))
                .map(DocumentView::id)
                .findFirst();
    }
}
