package io.simbaerp.invoice.duplicate;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.document.DocumentId;
import io.simbaerp.document.DocumentView;
import io.simbaerp.document.Documents;
import java.util.List;
import java.util.stream.Stream;

/** Which earlier invoices one looks like, in what, and what was decided. */
@Query(Duty.VIEW_DOCUMENT)
public class DuplicateReport {

    /**
     * An earlier invoice.
     *
     * @param document the number of its document
     * @param toldApart whether a person said that it is another invoice all the same
     */
    public record Row(Likeness likeness, String document, boolean toldApart) {}

    private final Duplicates duplicates;
    private final Documents documents;

    DuplicateReport(Duplicates duplicates, Documents documents) {
        this.duplicates = duplicates;
        this.documents = documents;
    }

    /** The likeliest first; those that were decided about last. */
    public List<Row> of(Sample sample) {
        return Stream.concat(
                        duplicates.of(sample).stream().map(one -> row(one, false)),
                        duplicates.toldApart(sample).stream().map(one -> row(one, true)))
                .toList();
    }

    private Row row(Likeness likeness, boolean toldApart) {
        String document = documents
                .byId(new DocumentId(likeness.documentId()))
                .map(DocumentView::number)
                .orElse("");
        return new Row(likeness, document, toldApart);
    }
}
