package io.simbaerp.ledger;

import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Query;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.tax.ReverseVatRegister;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Takes a posted entry back by a second one; both know each other, what their open items owe is settled, and what the
 * entry wrote into the VAT register is taken back there in the same VAT period.
 */
@UseCase(Duty.POST_JOURNAL_ENTRY)
public class ReverseJournalEntry {

    private final EntryPosting posting;
    private final JournalEntries entries;
    private final ReverseVatRegister vatRegister;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ReverseJournalEntry(
            EntryPosting posting,
            JournalEntries entries,
            ReverseVatRegister vatRegister,
            CurrentActor currentActor,
            Clock clock,
            ApplicationEventPublisher events) {
        this.posting = posting;
        this.entries = entries;
        this.vatRegister = vatRegister;
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
     *     journal-entry.black-reversal-of-negative, journal-entry.of-confidential-document, and whatever posting refuses
     * @throws Conflict journal-entry.already-reversed, journal-entry.item-ordered while a payment run holds what it owes,
     *     journal-entry.of-settlement while it belongs to a settlement that is not undone
     */
    public JournalEntryId reverse(
            JournalEntryId entry, EntryKind kind, LocalDate postingDate, String periodCode, String reason) {
        JournalEntryDetails original = checked(entries, entry, kind, reason);
        posting.requireNotOrdered(original);
        EntryPosting.Posted posted =
                posting.post(mirror(original, kind, postingDate, periodCode, reason), original.id());
        if (!posted.repeated()) {
            posting.settle(original.id(), posted.entryId());
            vatRegister.reverse(original.idempotencyKey(), key(original));
            events.publishEvent(new JournalEntryReversed(
                    currentActor.company(),
                    currentActor.actor(),
                    clock.instant(),
                    original.id(),
                    posted.entryId(),
                    original.documentId(),
                    true));
        }
        return posted.entryId();
    }

    private static JournalEntryDetails checked(
            JournalEntries entries, JournalEntryId entry, EntryKind kind, String reason) {
        JournalEntryDetails original =
                entries.byId(entry).orElseThrow(() -> new NotFound("journal-entry", entry.value()));
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
        if (entries.speaksOfUnseen(entry)) {
            throw new RuleViolation("journal-entry.of-confidential-document", original.number());
        }
        return original;
    }

    private static JournalEntryDraft mirror(
            JournalEntryDetails original, EntryKind kind, LocalDate postingDate, String periodCode, String reason) {
        List<LineDraft> lines =
                original.lines().stream().map(line -> line.mirrored(kind)).toList();
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
                key(original),
                lines);
    }

    private static String key(JournalEntryDetails original) {
        return "reversal of " + original.id();
    }

    /** Shows the reversing entry before it is posted, judged by all rules of posting. */
    @Query(Duty.POST_JOURNAL_ENTRY)
    public static class Preview {

        private final EntryPosting posting;
        private final JournalEntries entries;
        private final PostJournalEntry.Preview judge;

        Preview(EntryPosting posting, JournalEntries entries, PostJournalEntry.Preview judge) {
            this.posting = posting;
            this.entries = entries;
            this.judge = judge;
        }

        /**
         * The entry that would be posted.
         *
         * @throws NotFound if there is no such entry
         * @throws RuleViolation what reversing would refuse it by
         * @throws Conflict likewise
         */
        public JournalEntryDraft entry(
                JournalEntryId entry, EntryKind kind, LocalDate postingDate, String periodCode, String reason) {
            JournalEntryDetails original = checked(entries, entry, kind, reason);
            if (original.reversedBy() != null) {
                throw new Conflict("journal-entry.already-reversed");
            }
            posting.requireNotOrdered(original);
            JournalEntryDraft draft = mirror(original, kind, postingDate, periodCode, reason);
            judge.total(draft);
            return draft;
        }
    }
}
