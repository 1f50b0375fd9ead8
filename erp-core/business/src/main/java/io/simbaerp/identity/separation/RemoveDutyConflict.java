package io.simbaerp.identity.separation;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes a pair of conflicting duties out of force, with a reason. Takes the duty of whoever approves exceptions, never of
 * whoever grants roles.
 */
@UseCase(Duty.APPROVE_DUTY_EXCEPTION)
public class RemoveDutyConflict {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    RemoveDutyConflict(JdbcClient jdbc, CurrentActor currentActor, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Takes it away.
     *
     * @throws NotFound if there is none in force of this id
     * @throws RuleViolation duty-conflict.reason-missing
     */
    public void remove(@About("duty-conflict") UUID id, String reason) {
        int removed = jdbc.sql("""
                        update identity.duty_conflict set removed_at = :now, removed_by = :by
                         where company_id = :company and id = :id and removed_at is null""")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", currentActor.actor().toString())
                .param("company", currentActor.company().value())
                .param("id", id)
                .update();
        if (removed == 0) {
            throw new NotFound("duty-conflict", id);
        }
        if (reason.isBlank()) {
            throw RuleViolation.ofField("reason", "duty-conflict.reason-missing");
        }
        events.publishEvent(new DutyConflictRemoved(currentActor.company(), currentActor.actor(), clock.instant(), id));
    }
}
