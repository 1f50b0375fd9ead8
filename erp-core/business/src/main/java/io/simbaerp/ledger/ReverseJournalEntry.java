package io.simbaerp.ledger;

import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.money.Money;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes a posted entry back by a second one; both know each other, and what their open items owe is settled. */
@UseCase(Duty.POST_JOURNAL_ENTRY)
public class ReverseJournalEntry {

    private final EntryPosting posting;
    private final JournalEntries entries;
    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ReverseJournalEntry(
            EntryPosting posting,
            JournalEntries entries,
            JdbcClient jdbc,
            CurrentActor currentActor,
            Clock clock,
            ApplicationEventPublisher events) {
        this.posting = posting;
        this.entries = entries;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Reverses an entry.
     *
     * @param kind red (negative amounts on the same sides) or black (the same amounts on the opposite sides)
     * @param postingDate the reversal's own date; its own period must be open
     * @param reason why, in a sentence; it becomes the reversal's narration
     * @throws NotFound if there is no such entry
     * @throws RuleViolation journal-entry.reason-missing, journal-entry.reversal-kind, journal-entry.is-reversal,
     *     journal-entry.black-reversal-of-negative, and whatever posting refuses
     * @throws Conflict journal-entry.already-reversed
     */
    public JournalEntryId reverse(
            JournalEntryId entry, EntryKind kind, LocalDate postingDate, String periodCode, String reason) {
        JournalEntryDetails original =
                entries.byId(entry).orElseThrow(() -> new NotFound("journal-entry", entry.value()));
        check(original, kind, reason);
        EntryPosting.Posted posted =
                posting.post(mirror(original, kind, postingDate, periodCode, reason), original.id());
        if (!posted.repeated()) {
            settle(original.id(), posted.entryId());
            events.publishEvent(new JournalEntryReversed(
                    currentActor.company(),
                    currentActor.actor(),
                    clock.instant(),
                    original.id(),
                    posted.entryId(),
                    original.documentId()));
        }
        return posted.entryId();
    }

    private static void check(JournalEntryDetails original, EntryKind kind, String reason) {
        if (reason.isBlank()) {
            throw RuleViolation.ofField("reason", "journal-entry.reason-missing");
        }
        if (kind != EntryKind.RED_REVERSAL && kind != EntryKind.BLACK_REVERSAL) {
            throw RuleViolation.ofField("kind", "journal-entry.reversal-kind", kind);
        }
        if (original.reversalOf() != null) {
            throw new RuleViolation("journal-entry.is-reversal", original.number());
        }
        if (kind == EntryKind.BLACK_REVERSAL
                && original.lines().stream().anyMatch(line -> line.amount().isNegative())) {
            throw RuleViolation.ofField("kind", "journal-entry.black-reversal-of-negative", original.number());
        }
    }

    private static JournalEntryDraft mirror(
            JournalEntryDetails original, EntryKind kind, LocalDate postingDate, String periodCode, String reason) {
        List<LineDraft> lines =
                original.lines().stream().map(line -> mirror(line, kind)).toList();
        return new JournalEntryDraft(
                original.journal(),
                postingDate,
                postingDate,
                postingDate,
                periodCode,
                kind,
                reason,
                original.documentId(),
                original.documentNumber(),
                null,
                "reversal of " + original.id(),
                lines);
    }

    private static LineDraft mirror(JournalEntryDetails.Line line, EntryKind kind) {
        boolean red = kind == EntryKind.RED_REVERSAL;
        Money transaction = line.transactionAmount();
        return new LineDraft(
                line.account(),
                red ? line.side() : line.side().opposite(),
                red ? line.amount().negated() : line.amount(),
                transaction == null || !red ? transaction : transaction.negated(),
                line.rate(),
                line.partyId(),
                line.vatCode(),
                line.dueDate(),
                line.costCentre(),
                line.text(),
                line.openItem());
    }

    /** What the entry left open is settled by what its reversal leaves open, as far as payments haven't already. */
    private void settle(JournalEntryId original, JournalEntryId reversal) {
        jdbc.sql("""
                        insert into ledger.allocation
                               (company_id, id, item_id, against_id, amount, recorded_at, recorded_by)
                        select first.company_id, gen_random_uuid(), first.id, second.id, abs(first.remaining),
                               :at::timestamptz, :by
                          from ledger.open_item first
                          join ledger.open_item second
                            on second.company_id = first.company_id and second.entry_id = :reversal
                           and second.line_number = first.line_number
                         where first.company_id = :company and first.entry_id = :original and first.remaining <> 0
                         order by first.id""")
                .param("company", currentActor.company().value())
                .param("original", original.value())
                .param("reversal", reversal.value())
                .param("at", clock.instant().toString())
                .param("by", currentActor.actor().toString())
                .update();
    }
}
