package io.simbaerp.controlled.upkeep;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.company.BusinessDay;
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

/** Says what somebody found when it was time to look at a published document again. */
@UseCase(Duty.WRITE_CONTROLLED_DOCUMENT)
public class DecidePeriodicReview {

    private final ControlledDocuments documents;
    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final BusinessDay businessDay;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DecidePeriodicReview(
            ControlledDocuments documents,
            JdbcClient jdbc,
            CurrentActor currentActor,
            BusinessDay businessDay,
            ApplicationEventPublisher events,
            Clock clock) {
        this.documents = documents;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.businessDay = businessDay;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param note demanded where the document is to go
     * @throws NotFound if there is no such document
     * @throws RuleViolation of controlled: not-published, withdrawn, in-review, reason-missing
     */
    public void decide(@About("controlled-document") UUID document, ReviewOutcome outcome, @Nullable String note) {
        DocumentView view = documents.byId(document);
        VersionView newest = view.newest();
        if (newest == null) {
            throw new RuleViolation("controlled.not-published");
        }
        if (view.withdrawal() != null) {
            throw new RuleViolation("controlled.withdrawn");
        }
        VersionView open = view.open();
        if (outcome == ReviewOutcome.WITHDRAW && open != null && open.standing() == Standing.IN_REVIEW) {
            throw new RuleViolation("controlled.in-review");
        }
        if (outcome == ReviewOutcome.WITHDRAW && (note == null || note.isBlank())) {
            throw RuleViolation.ofField("comment", "controlled.reason-missing");
        }
        keep(newest, outcome, note);
        events.publishEvent(new ControlledDocumentLookedAt(
                currentActor.company(), currentActor.actor(), clock.instant(), document));
    }

    private void keep(VersionView version, ReviewOutcome outcome, @Nullable String note) {
        jdbc.sql("""
                        insert into controlled.periodic_review
                               (company_id, id, version_id, outcome, note, decided_by, decided_at, next_review_on)
                        values (:company, :id, :version, :outcome, :note, :by, :now, :next)""")
                .param("company", currentActor.company().value())
                .param("id", NewId.at(clock))
                .param("version", version.id())
                .param("outcome", outcome.name())
                .param("note", note == null || note.isBlank() ? null : note.strip())
                .param("by", currentActor.actor().toString())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param(
                        "next",
                        outcome == ReviewOutcome.KEEP ? businessDay.today().plusMonths(version.reviewMonths()) : null,
                        java.sql.Types.DATE)
                .update();
    }
}
