package io.simbaerp.ledger.allocation;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.ledger.PostJournalEntry;

/** Judges a settlement by all its rules, that of its entry too, and writes nothing. */
@Query(Duty.POST_JOURNAL_ENTRY)
public class PreviewSettlement {

    private final SettlementPlanner planner;
    private final PostJournalEntry.Preview entries;

    PreviewSettlement(SettlementPlanner planner, PostJournalEntry.Preview entries) {
        this.planner = planner;
        this.entries = entries;
    }

    /**
     * What it would do.
     *
     * @throws io.simbaerp.architecture.RuleViolation what settling would refuse it by
     */
    public SettlementPlan plan(SettlementDraft draft) {
        SettlementPlan plan = planner.plan(draft);
        if (plan.entry() != null) {
            entries.total(plan.entry());
        }
        return plan;
    }
}
