package io.simbaerp.controlled.upkeep;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.controlled.ControlledDocuments;
import io.simbaerp.controlled.DocumentView;
import io.simbaerp.controlled.Standing;
import io.simbaerp.controlled.VersionView;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes a published document out of use. It stays readable and says so; nobody has to read it any more. */
@UseCase(Duty.WRITE_CONTROLLED_DOCUMENT)
public class WithdrawControlledDocument {

    private final ControlledDocuments documents;
    private final PeriodicReviews reviews;
    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WithdrawControlledDocument(
            ControlledDocuments documents,
            PeriodicReviews reviews,
            JdbcClient jdbc,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.documents = documents;
        this.reviews = reviews;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Taking out of use what is out of use changes nothing. The process carries out what its last periodic review decided.
     *
     * @param reason why; nothing for the reason of the last periodic review
     * @throws NotFound if there is no such document
     * @throws RuleViolation of controlled: not-published, in-review, reason-missing
     */
    public void withdraw(@About("controlled-document") UUID document, @Nullable String reason) {
        lockOpenVersion(document);
        DocumentView view = documents.byId(document);
        if (view.withdrawal() != null) {
            return;
        }
        if (view.newest() == null) {
            throw new RuleViolation("controlled.not-published");
        }
        VersionView open = view.open();
        if (open != null && open.standing() == Standing.IN_REVIEW) {
            throw new RuleViolation("controlled.in-review");
        }
        String by = currentActor.actor().toString();
        String why = reason == null ? "" : reason.strip();
        if (currentActor.actor().kind() == Actor.Kind.PROCESS) {
            PeriodicReviews.Review decided = reviews.of(document).stream()
                    .filter(review -> review.outcome() == ReviewOutcome.WITHDRAW)
                    .findFirst()
                    .orElseThrow(() -> new RuleViolation("controlled.reason-missing"));
            by = decided.by();
            why = decided.note() == null ? "" : decided.note();
        }
        if (why.isEmpty()) {
            throw RuleViolation.ofField("reason", "controlled.reason-missing");
        }
        keep(document, by, why);
    }

    /** Nobody sends a draft to its review meanwhile. */
    private void lockOpenVersion(UUID document) {
        jdbc.sql("""
                        select id from controlled.version
                         where company_id = :company and controlled_id = :document and state in ('DRAFT', 'IN_REVIEW')
                           for update""")
                .param("company", currentActor.company().value())
                .param("document", document)
                .query(UUID.class)
                .list();
    }

    private void keep(UUID document, String by, String reason) {
        int kept = jdbc.sql("""
                        insert into controlled.withdrawal (company_id, controlled_id, withdrawn_by, withdrawn_at, reason)
                        values (:company, :document, :by, :now, :reason)
                        on conflict do nothing""")
                .param("company", currentActor.company().value())
                .param("document", document)
                .param("by", by)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("reason", reason)
                .update();
        if (kept == 0) {
            return;
        }
        events.publishEvent(new ControlledDocumentWithdrawn(
                currentActor.company(), currentActor.actor(), clock.instant(), document));
    }
}
