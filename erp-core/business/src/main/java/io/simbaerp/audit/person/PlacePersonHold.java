package io.simbaerp.audit.person;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.Subject;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps the values about a person readable, whatever their retention, until the hold is released: for a lawsuit or an
 * inspection.
 *
 * @throws io.simbaerp.architecture.NotFound if nothing ever happened with such a person here
 * @throws RuleViolation person-key.reason-missing
 */
@UseCase(Duty.ADMINISTER)
public class PlacePersonHold {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final PersonRecords records;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PlacePersonHold(
            JdbcClient jdbc,
            CurrentActor currentActor,
            PersonRecords records,
            ApplicationEventPublisher events,
            Clock clock) {
        this.records = records;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    public UUID place(Subject person, String reason) {
        records.requireKnown(person);
        String why = PersonRecords.reason(reason);
        UUID id = NewId.at(clock);
        jdbc.sql("""
                        insert into audit.person_hold
                               (company_id, id, person_kind, person_id, reason, placed_by, placed_at)
                        values (?, ?, ?, ?, ?, ?, ?::timestamptz)""")
                .params(
                        currentActor.company().value(),
                        id,
                        person.kind(),
                        person.id(),
                        why,
                        currentActor.actor().toString(),
                        clock.instant().toString())
                .update();
        events.publishEvent(
                new PersonHoldPlaced(currentActor.company(), currentActor.actor(), clock.instant(), person));
        return id;
    }
}
