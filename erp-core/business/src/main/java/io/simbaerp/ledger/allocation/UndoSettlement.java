package io.simbaerp.ledger.allocation;

import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.ledger.EntryKind;
import io.simbaerp.ledger.JournalEntryDetails;
import io.simbaerp.ledger.ReverseJournalEntry;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;

/** Takes a settlement back by a further record: its items are open again, and its entry is reversed. */
@UseCase(Duty.POST_JOURNAL_ENTRY)
public class UndoSettlement {

    private final Settlements settlements;
    private final SettlementRows rows;
    private final ReverseJournalEntry reverse;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    UndoSettlement(
            Settlements settlements,
            SettlementRows rows,
            ReverseJournalEntry reverse,
            CurrentActor currentActor,
            Clock clock,
            ApplicationEventPublisher events) {
        this.settlements = settlements;
        this.rows = rows;
        this.reverse = reverse;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Undoes it.
     *
     * @param day under which its entry is reversed
     * @param period the fiscal period of that day
     * @param reason why, in a sentence
     * @return the further record
     * @throws NotFound if there is no such settlement
     * @throws RuleViolation settlement.reason-missing, settlement.is-undoing, and what reversing refuses
     * @throws Conflict settlement.undone-already
     */
    public UUID undo(UUID id, LocalDate day, String period, String reason) {
        if (reason.isBlank()) {
            throw RuleViolation.ofField("reason", "settlement.reason-missing");
        }
        SettlementView asked = settlements.byId(id).orElseThrow(() -> new NotFound("settlement", id));
        rows.hold(asked.parts().stream()
                .flatMap(part -> Stream.of(part.claim(), part.debt()))
                .distinct()
                .toList());
        SettlementView settlement = settlements.byId(id).orElseThrow(() -> new NotFound("settlement", id));
        if (settlement.undoes() != null) {
            throw new RuleViolation("settlement.is-undoing");
        }
        if (settlement.undoneBy() != null) {
            throw new Conflict("settlement.undone-already");
        }
        UUID undoing = NewId.at(clock);
        rows.addUndoing(undoing, settlement, day, reason.strip());
        JournalEntryDetails.Reference entry = settlement.entry();
        if (entry != null) {
            reverse.reverse(entry.id(), EntryKind.RED_REVERSAL, day, period, reason.strip());
        }
        events.publishEvent(new SettlementUndone(
                currentActor.company(), currentActor.actor(), clock.instant(), settlement.partyId(), undoing));
        return undoing;
    }
}
