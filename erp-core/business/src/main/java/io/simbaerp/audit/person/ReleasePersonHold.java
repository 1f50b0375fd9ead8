package io.simbaerp.audit.person;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.Subject;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Ends a hold on the values about a person.
 *
 * @throws NotFound if there is no such hold
 * @throws RuleViolation person-key.reason-missing, person-hold.released-already
 */
@UseCase(Duty.ADMINISTER)
public class ReleasePersonHold {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReleasePersonHold(JdbcClient jdbc, CurrentActor currentActor, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    public void release(UUID hold, String reason) {
        requireKnown(hold);
        String why = PersonRecords.reason(reason);
        Subject person = jdbc.sql("""
                        update audit.person_hold
                           set released_by = :actor, released_at = :now::timestamptz, release_reason = :reason
                         where company_id = :company and id = :hold and released_at is null
                        returning person_kind, person_id""")
                .param("actor", currentActor.actor().toString())
                .param("now", clock.instant().toString())
                .param("reason", why)
                .param("company", currentActor.company().value())
                .param("hold", hold)
                .query((row, n) -> new Subject(row.getString(1), row.getObject(2, UUID.class)))
                .optional()
                .orElseThrow(() -> new RuleViolation("person-hold.released-already"));
        events.publishEvent(
                new PersonHoldReleased(currentActor.company(), currentActor.actor(), clock.instant(), person));
    }

    private void requireKnown(UUID hold) {
        boolean known = jdbc.sql("select exists (select from audit.person_hold where company_id = ? and id = ?)")
                .params(currentActor.company().value(), hold)
                .query(Boolean.class)
                .single();
        if (!known) {
            throw new NotFound("person-hold", hold);
        }
    }
}
