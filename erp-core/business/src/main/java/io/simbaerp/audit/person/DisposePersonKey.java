package io.simbaerp.audit.person;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.Subject;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.company.BusinessDay;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Throws away the key under which the values about a person stand in the audit trail. Nobody reads them any more; that
 * there were changes, when and by whom, stays, and every hash stays true.
 *
 * @throws io.simbaerp.architecture.NotFound if nothing ever happened with such a person here
 * @throws RuleViolation person-key.reason-missing, person-key.none, person-key.on-hold, person-key.retained
 */
@UseCase(Duty.ADMINISTER)
public class DisposePersonKey {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final PersonRecords records;
    private final BusinessDay businessDay;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DisposePersonKey(
            JdbcClient jdbc,
            CurrentActor currentActor,
            PersonRecords records,
            BusinessDay businessDay,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.records = records;
        this.businessDay = businessDay;
        this.events = events;
        this.clock = clock;
    }

    /** @param person the record the values are about: a user or a business partner */
    public void dispose(Subject person, String reason) {
        records.requireKnown(person);
        String why = PersonRecords.reason(reason);
        records.hold(person).ifPresent(hold -> {
            throw new RuleViolation("person-key.on-hold", hold);
        });
        LocalDate kept = records.keptUntil(person).orElse(LocalDate.MIN);
        if (!businessDay.today().isAfter(kept)) {
            throw new RuleViolation("person-key.retained", kept);
        }
        int disposed = jdbc.sql("""
                        update audit.person_key
                           set wrapped = null, disposed_at = :now::timestamptz, disposed_by = :actor,
                               disposal_reason = :reason
                         where company_id = :company and person_kind = :kind and person_id = :person
                           and disposed_at is null""")
                .param("now", clock.instant().toString())
                .param("actor", currentActor.actor().toString())
                .param("reason", why)
                .param("company", currentActor.company().value())
                .param("kind", person.kind())
                .param("person", person.id())
                .update();
        if (disposed == 0) {
            throw new RuleViolation("person-key.none");
        }
        events.publishEvent(
                new PersonKeyDisposed(currentActor.company(), currentActor.actor(), clock.instant(), person));
    }
}
