package io.simbaerp.document.classification;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.document.DocumentId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The document classes of the company. That there are such classes is no secret; what is in them is. */
@Query(Duty.BELONG_TO_COMPANY)
public class DocumentClasses {

    private final ClassRows rows;
    private final CurrentActor currentActor;

    DocumentClasses(ClassRows rows, CurrentActor currentActor) {
        this.rows = rows;
        this.currentActor = currentActor;
    }

    /** Every class, by its code. */
    public List<DocumentClass> all() {
        return rows.all();
    }

    /** Those whose documents the actor may see, and may therefore hand documents in to. */
    public List<DocumentClass> choices() {
        return rows.all().stream().filter(this::seen).toList();
    }

    /** The class of a document, if it has one and the actor may see the document. */
    public Optional<DocumentClass> of(DocumentId document) {
        return rows.ofDocument(document);
    }

    /**
     * The code as a document handed in gets it.
     *
     * @throws RuleViolation document-class.unknown if there is none, or none the actor may see
     */
    public @Nullable String chosen(@Nullable String code) {
        if (code == null || code.isBlank()) {
            return null;
        }
        return rows.byCode(code.strip())
                .filter(this::seen)
                .orElseThrow(() -> RuleViolation.ofField("documentClass", "document-class.unknown", code.strip()))
                .code();
    }

    private boolean seen(DocumentClass documentClass) {
        Acting acting = currentActor.get();
        return !documentClass.confidential()
                || acting.actor().kind() != Actor.Kind.PERSON
                || documentClass.duties().stream().anyMatch(acting::may);
    }
}
