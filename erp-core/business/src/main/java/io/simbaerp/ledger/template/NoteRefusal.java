package io.simbaerp.ledger.template;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the rule by which the books refused an entry of a plan, so that somebody sees why it waits. */
@UseCase(Duty.POST_JOURNAL_ENTRY)
public class NoteRefusal {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    NoteRefusal(JdbcClient jdbc, CurrentActor currentActor, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /** Notes it, once per rule. */
    public void note(@About("entry-plan") UUID plan, int occurrence, String rule) {
        int noted = jdbc.sql("update ledger.planned_entry set refusal = :rule where company_id = :company"
                        + " and plan_id = :plan and occurrence = :occurrence and entry_id is null"
                        + " and refusal is distinct from :rule")
                .param("rule", rule)
                .param("company", currentActor.company().value())
                .param("plan", plan)
                .param("occurrence", occurrence)
                .update();
        if (noted > 0) {
            events.publishEvent(
                    new PlannedEntryRefused(currentActor.company(), currentActor.actor(), clock.instant(), plan));
        }
    }
}
