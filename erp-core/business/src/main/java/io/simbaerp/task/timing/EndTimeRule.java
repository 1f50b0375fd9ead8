package io.simbaerp.task.timing;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ends a time rule. What it did stays on record. */
@UseCase(Duty.ADMINISTER)
public class EndTimeRule {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EndTimeRule(JdbcClient jdbc, CurrentActor currentActor, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /** @throws NotFound if there is none in force by this id */
    public void end(@About("time-rule") UUID id) {
        int ended = jdbc.sql("""
                        update task.time_rule set ended_by = :by, ended_at = :now
                         where company_id = :company and id = :id and ended_at is null""")
                .param("by", currentActor.actor().toString())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("company", currentActor.company().value())
                .param("id", id)
                .update();
        if (ended == 0) {
            throw new NotFound("time-rule", id);
        }
        events.publishEvent(new TimeRuleEnded(currentActor.company(), currentActor.actor(), clock.instant(), id));
    }
}
