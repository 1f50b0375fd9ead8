package io.simbaerp.invoice.duplicate;

import io.simbaerp.document.AddFindings;
import io.simbaerp.document.DocumentId;
import io.simbaerp.document.DocumentView;
import io.simbaerp.document.Documents;
import io.simbaerp.document.Finding;
import io.simbaerp.document.Severity;
import io.simbaerp.invoice.registration.LookingUp;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Looks out for duplicates when an invoice comes in, and puts what it finds among the document's findings. */
@Component
public class DuplicateWatch {

    private final Duplicates duplicates;
    private final AddFindings addFindings;
    private final Documents documents;
    private final LookingUp lookingUp;

    DuplicateWatch(Duplicates duplicates, AddFindings addFindings, Documents documents, LookingUp lookingUp) {
        this.duplicates = duplicates;
        this.addFindings = addFindings;
        this.documents = documents;
        this.lookingUp = lookingUp;
    }

    /** Lets two invoices that may be the same be registered one after the other, never side by side. */
    public void waitForOthers(Sample sample) {
        duplicates.waitForOthers(sample);
    }

    /** Whether it looks like an earlier one and nobody has told the two apart. */
    public boolean isUndecided(Sample sample) {
        return !duplicates.of(sample).isEmpty();
    }

    /** A person looked at everything it resembles and found that it is another invoice. */
    public void tellApart(Sample sample) {
        duplicates.tellApart(sample, duplicates.of(sample));
    }

    /** Whether a person has to decide about it; what speaks for that stands among the document's findings from now on. */
    public boolean reports(Sample sample, DocumentId document) {
        List<Likeness> alike = duplicates.of(sample);
        addFindings.add(document, alike.stream().map(this::finding).toList());
        return !alike.isEmpty();
    }

    private Finding finding(Likeness likeness) {
        String document = lookingUp
                .in(() -> documents.byId(new DocumentId(likeness.documentId())))
                .map(DocumentView::number)
                .orElse("");
        List<String> args = List.of(
                document,
                likeness.number(),
                likeness.issueDate().toString(),
                likeness.gross().toString());
        return new Finding(
                "duplicate." + likeness.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                likeness.exact() ? Severity.ERROR : Severity.WARNING,
                null,
                inWords(likeness, document),
                args);
    }

    /** For programs; people read it in their own language. */
    private static String inWords(Likeness likeness, String document) {
        String what =
                switch (likeness.reason()) {
                    case KSEF_NUMBER -> "Same KSeF number";
                    case SAME_INVOICE -> "Same supplier, kind, number and issue date";
                    case SAME_NUMBER -> "Same supplier and number";
                    case SAME_AMOUNT -> "Same supplier and amount, near date";
                };
        return "%s as %s: invoice %s of %s over %s"
                .formatted(what, document, likeness.number(), likeness.issueDate(), likeness.gross());
    }
}
