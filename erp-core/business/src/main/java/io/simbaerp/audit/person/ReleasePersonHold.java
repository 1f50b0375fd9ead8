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

    /** @param person of whom the hold is; under anybody else's name it isn't found */
    public void release(Subject person, UUID hold, String reason) {
        requireKnown(person, hold);
        String why = PersonRecords.reason(reason);
        int released = jdbc.sql("""
                        update audit.person_hold
                           set released_by = :actor, released_at = :now::timestamptz, release_reason = :reason
                         where company_id = :company and id = :hold and released_at is null""")
                .param("actor", currentActor.actor().toString())
                .param("now", clock.instant().toString())
                .param("reason", why)
                .param("company", currentActor.company().value())
                .param("hold", hold)
                .update();
        if (released == 0) {
            throw new RuleViolation("person-hold.released-already");
        }
        events.publishEvent(
                new PersonHoldReleased(currentActor.company(), currentActor.actor(), clock.instant(), person));
    }

    private void requireKnown(Subject person, UUID hold) {
        boolean known = jdbc.sql("""
                        select exists (select from audit.person_hold
                                        where company_id = ? and id = ? and person_kind = ? and person_id = ?)""")
                .params(currentActor.company().value(), hold, person.kind(), person.id())
                .query(Boolean.class)
                .single();
        if (!known) {
            throw new NotFound("person-hold", hold);
        }
    }
}
