package io.simbaerp.ledger.opening;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.ledger.JournalEntryId;
import io.simbaerp.ledger.PostJournalEntry;

/** Begins the books: posts a table of opening balances, with what was owed to and by whom. Publishes by the entry it posts. */
@UseCase(Duty.POST_JOURNAL_ENTRY)
public class PostOpeningBalances {

    private final OpeningReading reading;
    private final PostJournalEntry post;

    PostOpeningBalances(OpeningReading reading, PostJournalEntry post) {
        this.reading = reading;
        this.post = post;
    }

    /**
     * Posts the table.
     *
     * @param period at whose end the balances stood
     * @param key chosen by the caller; the same key never posts twice
     * @throws RuleViolation opening.table-wrong if a row is wrong, what reading refuses, and whatever posting refuses
     */
    public JournalEntryId post(String table, String period, String narration, String key) {
        OpeningPlan plan = reading.read(table, period, narration, key);
        if (plan.entry() == null) {
            throw RuleViolation.ofField(
                    "table", "opening.table-wrong", plan.problems().size());
        }
        return post.post(plan.entry());
    }

    /** Reads and judges, and writes nothing. */
    @Query(Duty.POST_JOURNAL_ENTRY)
    public static class Preview {

        private final OpeningReading reading;
        private final PostJournalEntry.Preview entries;

        Preview(OpeningReading reading, PostJournalEntry.Preview entries) {
            this.reading = reading;
            this.entries = entries;
        }

        /**
         * What the table would become, with all that is wrong about it.
         *
         * @throws RuleViolation what reading refuses of the table as a whole, and what posting refuses of its entry
         */
        public OpeningPlan plan(String table, String period, String narration) {
            OpeningPlan plan = reading.read(table, period, narration, "preview");
            if (plan.entry() != null) {
                entries.total(plan.entry());
            }
            return plan;
        }
    }
}
