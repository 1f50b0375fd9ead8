package io.simbaerp.document.classification;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.document.DocumentId;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Puts a document into another class, or out of every class. Into a class one may not see oneself as well: who finds a
 * payslip among the invoices locks it away and doesn't see it again.
 */
@UseCase(Duty.CLASSIFY_DOCUMENT)
public class ClassifyDocument {

    private static final int LONGEST_REASON = 500;

    private final ClassRows rows;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ClassifyDocument(ClassRows rows, CurrentActor currentActor, Clock clock, ApplicationEventPublisher events) {
        this.rows = rows;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Changes the class.
     *
     * @param code the class, or nothing for an ordinary document
     * @throws NotFound of the document
     * @throws RuleViolation document.reason-missing, document-class.reason-too-long, document-class.unknown,
     *     document-class.unchanged
     */
    public void classify(DocumentId document, @Nullable String code, String reason) {
        if (!rows.lock(document)) {
            throw new NotFound("document", document);
        }
        if (reason.isBlank()) {
            throw RuleViolation.ofField("reason", "document.reason-missing");
        }
        if (reason.strip().length() > LONGEST_REASON) {
            throw RuleViolation.ofField("reason", "document-class.reason-too-long", LONGEST_REASON);
        }
        String wanted = code == null || code.isBlank() ? null : code.strip();
        if (wanted != null && rows.byCode(wanted).isEmpty()) {
            throw RuleViolation.ofField("documentClass", "document-class.unknown", wanted);
        }
        String now = rows.ofDocument(document).map(DocumentClass::code).orElse(null);
        if (Objects.equals(now, wanted)) {
            throw RuleViolation.ofField("documentClass", "document-class.unchanged");
        }
        rows.classify(document, wanted);
        events.publishEvent(
                new DocumentClassified(currentActor.company(), currentActor.actor(), clock.instant(), document));
    }
}
