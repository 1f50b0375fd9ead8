package io.simbaerp.document.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.document.DocumentFilter;
import io.simbaerp.document.Documents;
import io.simbaerp.page.HomeCard;
import java.util.List;
import org.springframework.stereotype.Component;

/** On the home page: what came in lately and where it stands. */
@Component
class DocumentHome implements HomeCard {

    private static final int ON_HOME = 8;

    private final Documents documents;

    DocumentHome(Documents documents) {
        this.documents = documents;
    }

    /** The latest documents, and how many wait in quarantine. */
    record Latest(List<DocumentRow> rows, int quarantined) {}

    @Override
    public Duty duty() {
        return Duty.VIEW_DOCUMENT;
    }

    @Override
    public Place place() {
        return Place.SIDE;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String template() {
        return "document/home-card";
    }

    @Override
    public Record model() {
        return new Latest(
                documents.list(DocumentFilter.ALL, null, ON_HOME).stream()
                        .map(DocumentRow::of)
                        .toList(),
                documents.inQuarantine());
    }
}
