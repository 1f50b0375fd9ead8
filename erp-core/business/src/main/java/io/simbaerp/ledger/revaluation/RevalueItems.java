package io.simbaerp.ledger.revaluation;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.ledger.PostJournalEntry;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;

/** Values open items in foreign currency at the end of a day: posts the differences on it and back on the next. */
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
     * @throws RuleViolation revaluation.nothing-to-value, revaluation.rate-missing, period.unknown,
     *     account-purpose.revaluation-gain-missing, account-purpose.revaluation-loss-missing, and whatever posting refuses
     */
    public UUID revalue(LocalDate day, RateSource source, String narration, String key) {
        rows.waitForOthers();
        UUID made = rows.madeBy(key).orElse(null);
        if (made != null) {
            return made;
        }
        RevaluationPlan plan = valuing.plan(day, source, narration, key);
        if (plan.entry() == null || plan.back() == null) {
            throw RuleViolation.ofField("day", "revaluation.nothing-to-value", day);
        }
        UUID entry = post.post(plan.entry()).value();
        UUID back = post.post(plan.back()).value();
        UUID id = NewId.at(clock);
        rows.add(id, plan, entry, back, key);
        events.publishEvent(new ItemsRevalued(currentActor.company(), currentActor.actor(), clock.instant(), entry));
        return id;
    }
}
