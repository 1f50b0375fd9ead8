package io.simbaerp.ledger.revaluation;

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
 * Values open items and balances in foreign currency at the end of a day: posts the differences on it, and back on the next
 * unless they are to stay.
 */
@UseCase(Duty.POST_JOURNAL_ENTRY)
public class RevalueItems {

    private final Valuing valuing;
    private final RevaluationRows rows;
    private final PostJournalEntry post;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    RevalueItems(
            Valuing valuing,
            RevaluationRows rows,
            PostJournalEntry post,
            CurrentActor currentActor,
            Clock clock,
            ApplicationEventPublisher events) {
        this.valuing = valuing;
        this.rows = rows;
        this.post = post;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Values what is open on the day and not valued on it yet.
     *
     * @param key chosen by the caller; the same key never posts twice
     * @return the revaluation
     * @throws RuleViolation revaluation.nothing-to-value, revaluation.rate-missing, revaluation.later-one-stands, period.unknown,
     *     account-purpose.revaluation-gain-missing, account-purpose.revaluation-loss-missing, and whatever posting refuses
     */
    public UUID revalue(RevaluationPlan.Wish wish, String narration, String key) {
        rows.waitForOthers();
        UUID made = rows.madeBy(key).orElse(null);
        if (made != null) {
            return made;
        }
        RevaluationPlan plan = valuing.plan(wish, narration, key);
        if (plan.entry() == null) {
            throw RuleViolation.ofField("day", "revaluation.nothing-to-value", wish.day());
        }
        UUID entry = post.post(plan.entry()).value();
        UUID back = plan.back() == null ? null : post.post(plan.back()).value();
        UUID id = NewId.at(clock);
        rows.add(id, plan, entry, back, key);
        events.publishEvent(new ItemsRevalued(currentActor.company(), currentActor.actor(), clock.instant(), entry));
        return id;
    }
}
