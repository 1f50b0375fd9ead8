package io.simbaerp.ledger.revaluation;

import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.ledger.EntryKind;
import io.simbaerp.ledger.JournalEntries;
import io.simbaerp.ledger.JournalEntryDetails;
import io.simbaerp.ledger.JournalEntryId;
import io.simbaerp.ledger.ReverseJournalEntry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Takes a valuation back: its entries are reversed in red, on their own days. */
@UseCase(Duty.POST_JOURNAL_ENTRY)
public class TakeBackRevaluation {

    /** What stands and how it is reversed. */
    @Component
    record Standing(Revaluations revaluations, JournalEntries entries, ReverseJournalEntry reverse) {}

    private final Standing standing;
    private final RevaluationRows rows;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    TakeBackRevaluation(
            Standing standing,
            RevaluationRows rows,
            CurrentActor currentActor,
            Clock clock,
            ApplicationEventPublisher events) {
        this.standing = standing;
        this.rows = rows;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Takes it back.
     *
     * @throws NotFound if there is none
     * @throws RuleViolation revaluation.reason-missing, and what reversing refuses
     * @throws Conflict revaluation.taken-back-already, revaluation.later-one-counts-it
     */
    public void takeBack(UUID id, String reason) {
        Revaluations.RevaluationView view =
                standing.revaluations().byId(id).orElseThrow(() -> new NotFound("revaluation", id));
        if (reason.isBlank()) {
            throw RuleViolation.ofField("reason", "revaluation.reason-missing");
        }
        rows.waitForOthers();
        rows.countedBy(id).ifPresent(later -> {
            throw new Conflict("revaluation.later-one-counts-it", later);
        });
        if (!rows.takeBack(id, reason.strip())) {
            throw new Conflict("revaluation.taken-back-already");
        }
        List<JournalEntryId> entries = new ArrayList<>(List.of(view.entry().id()));
        if (view.back() != null) {
            entries.add(view.back().id());
        }
        for (JournalEntryId entry : entries) {
            JournalEntryDetails posted =
                    standing.entries().byId(entry).orElseThrow(() -> new NotFound("journal-entry", entry.value()));
            standing.reverse()
                    .reverse(entry, EntryKind.RED_REVERSAL, posted.postingDate(), posted.periodCode(), reason.strip());
        }
        events.publishEvent(new RevaluationTakenBack(
                currentActor.company(),
                currentActor.actor(),
                clock.instant(),
                view.entry().id().value()));
    }
}
