package io.simbaerp.ledger;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.UseCase;
import java.time.LocalDate;

/** Takes a posted entry back by a second one; both know each other. */
@UseCase(Duty.POST_JOURNAL_ENTRY)
public class ReverseJournalEntry {

    ReverseJournalEntry() {}

    /**
     * Reverses an entry.
     *
     * @param kind red or black
     * @param postingDate the reversal's own date; its own period must be open
     */
    public JournalEntryId reverse(
            JournalEntryId entry, EntryKind kind, LocalDate postingDate, String periodCode, String reason) {
        throw new UnsupportedOperationException();
    }
}
