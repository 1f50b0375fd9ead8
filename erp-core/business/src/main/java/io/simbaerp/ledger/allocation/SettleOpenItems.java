package io.simbaerp.ledger.allocation;

import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.ledger.PostJournalEntry;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Settles claims and debts of a party with each other: partly or whole, several with several, across accounts and
 * currencies. What the rates leave is posted as gain or loss with it.
 */
@UseCase(Duty.POST_JOURNAL_ENTRY)
public class SettleOpenItems {

    private final SettlementPlanner planner;
    private final SettlementRows rows;
    private final PostJournalEntry post;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    SettleOpenItems(
            SettlementPlanner planner,
            SettlementRows rows,
            PostJournalEntry post,
            CurrentActor currentActor,
            Clock clock,
            ApplicationEventPublisher events) {
        this.planner = planner;
        this.rows = rows;
        this.post = post;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Settles the parts with each other.
     *
     * @return the settlement; that of the first time for a key that was used with the same input
     * @throws RuleViolation whatever {@link PreviewSettlement} refuses
     * @throws Conflict settlement.key-used-otherwise, settlement.item-ordered
     */
    public UUID settle(SettlementDraft draft) {
        rows.hold(draft.parts().stream().map(SettlementDraft.Part::item).toList());
        SettlementRows.Made made = rows.madeBy(draft.idempotencyKey()).orElse(null);
        if (made != null) {
            if (!made.inputHash().equals(draft.fingerprint())) {
                throw new Conflict("settlement.key-used-otherwise", draft.idempotencyKey());
            }
            return made.id();
        }
        SettlementPlan plan = planner.plan(draft);
        UUID entry = plan.entry() == null ? null : post.post(plan.entry()).value();
        UUID id = NewId.at(clock);
        rows.add(id, draft, plan.pairs().size(), entry);
        plan.pairs().forEach(pair -> rows.addPart(id, pair));
        events.publishEvent(
                new ItemsSettled(currentActor.company(), currentActor.actor(), clock.instant(), draft.partyId(), id));
        return id;
    }
}
