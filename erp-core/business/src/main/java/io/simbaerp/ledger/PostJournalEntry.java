package io.simbaerp.ledger;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.UseCase;

/** Puts an entry into the books. After this it can be reversed, never changed. */
@UseCase(Duty.POST_JOURNAL_ENTRY)
public class PostJournalEntry {

    PostJournalEntry() {}

    /** Posts the entry, or gives the first result again for a key that was used with the same input. */
    public JournalEntryId post(JournalEntryDraft draft) {
        throw new UnsupportedOperationException();
    }
}
