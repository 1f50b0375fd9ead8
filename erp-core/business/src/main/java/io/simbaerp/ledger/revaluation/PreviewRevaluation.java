package io.simbaerp.ledger.revaluation;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.ledger.PostJournalEntry;

/** Says what open items and balances in foreign currency are worth on a day, and writes nothing. */
@Query(Duty.POST_JOURNAL_ENTRY)
public class PreviewRevaluation {

    private final Valuing valuing;
    private final PostJournalEntry.Preview entries;

    PreviewRevaluation(Valuing valuing, PostJournalEntry.Preview entries) {
        this.valuing = valuing;
        this.entries = entries;
    }

    /**
     * What valuing would do.
     *
     * @throws io.simbaerp.architecture.RuleViolation what {@link RevalueItems} would refuse it by
     */
    public RevaluationPlan plan(RevaluationPlan.Wish wish) {
        RevaluationPlan plan = valuing.plan(wish, "-", "preview");
        if (plan.entry() != null) {
            entries.total(plan.entry());
        }
        if (plan.back() != null) {
            entries.total(plan.back());
        }
        return plan;
    }
}
