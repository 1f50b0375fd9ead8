package io.simbaerp.document.classification;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.document.DocumentKind;
import java.time.Clock;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Adds a document class, or changes names and duties of the one with this code. From that moment its documents are seen
 * by the holders of these duties and by nobody else.
 */
@UseCase(Duty.ADMINISTER)
public class DefineDocumentClass {

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final int LONGEST_NAME = 100;

    private final ClassRows rows;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    DefineDocumentClass(ClassRows rows, CurrentActor currentActor, Clock clock, ApplicationEventPublisher events) {
        this.rows = rows;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Defines it.
     *
     * @throws RuleViolation document-class.code-wrong, document-class.name-missing, document-class.name-too-long,
     *     document-class.duty-opens-no-documents, document-class.kind-unknown, document-class.kind-taken
     */
    public UUID define(DocumentClassDraft draft) {
        String code = draft.code().strip();
        if (!CODE.matcher(code).matches()) {
            throw RuleViolation.ofField("code", "document-class.code-wrong", code);
        }
        DocumentClassDraft checked = new DocumentClassDraft(
                code, name("nameEn", draft.nameEn()), name("namePl", draft.namePl()), draft.duties(), draft.kinds());
        draft.duties().stream()
                .filter(duty -> !Duty.ofSight().contains(duty))
                .findFirst()
                .ifPresent(duty -> {
                    throw RuleViolation.ofField("duties", "document-class.duty-opens-no-documents", duty.name());
                });
        draft.kinds().forEach(kind -> requireFree(kind, code));
        UUID id = rows.save(NewId.at(clock), checked);
        events.publishEvent(
                new DocumentClassDefined(currentActor.company(), currentActor.actor(), clock.instant(), id));
        return id;
    }

    private void requireFree(String kind, String code) {
        if (!DocumentKind.registered().contains(kind)) {
            throw RuleViolation.ofField("kinds", "document-class.kind-unknown", kind);
        }
        rows.all().stream()
                .filter(other -> !other.code().equals(code) && other.kinds().contains(kind))
                .findFirst()
                .ifPresent(other -> {
                    throw RuleViolation.ofField("kinds", "document-class.kind-taken", other.code());
                });
    }

    private static String name(String field, String given) {
        String name = given.strip();
        if (name.isEmpty()) {
            throw RuleViolation.ofField(field, "document-class.name-missing");
        }
        if (name.length() > LONGEST_NAME) {
            throw RuleViolation.ofField(field, "document-class.name-too-long", LONGEST_NAME);
        }
        return name;
    }
}
