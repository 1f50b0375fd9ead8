package io.simbaerp.audit.person;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.Subject;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What stands in the way of disposing of a person's key. */
@Component
class PersonRecords {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final int years;

    /** Books are kept five years from the beginning of the year after theirs (Polish Accounting Act, art. 74). */
    PersonRecords(JdbcClient jdbc, CurrentActor currentActor, @Value("${simba.audit.retention-years:5}") int years) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.years = years;
    }

    /** Until which day what happened with the person has to stay readable; nothing if nothing ever happened. */
    Optional<LocalDate> keptUntil(Subject person) {
        return jdbc.sql("""
                        select max(e.at) at time zone c.time_zone from company.company c
                          join audit.event_subject s on s.company_id = c.company_id
                          join audit.business_event e on e.company_id = s.company_id and e.id = s.event_id
                         where c.company_id = :company and s.subject_kind = :kind and s.subject_id = :person
                           and e.name not like 'person-%'
                         group by c.time_zone""")
                .param("company", currentActor.company().value())
                .param("kind", person.kind())
                .param("person", person.id())
                .query((row, n) -> row.getTimestamp(1).toLocalDateTime().getYear())
                .optional()
                .map(year -> LocalDate.of(year + years, 12, 31));
    }

    /**
     * Requires that something happened with the person in the company. Refused requests for the person's record don't
     * count: asking makes nobody known.
     *
     * @throws NotFound for whoever belongs to another company, and for nobody
     */
    void requireKnown(Subject person) {
        boolean known = jdbc.sql("""
                        select exists (select from audit.event_subject s
                                         join audit.business_event e on e.company_id = s.company_id and e.id = s.event_id
                                        where s.company_id = :company and s.subject_kind = :kind
                                          and s.subject_id = :person
                                          and (e.outcome = 'DONE' or e.subject_id <> s.subject_id
                                               or e.actor = 'person:' || s.subject_id))""")
                .param("company", currentActor.company().value())
                .param("kind", person.kind())
                .param("person", person.id())
                .query(Boolean.class)
                .single();
        if (!known) {
            throw new NotFound("person", person.id());
        }
    }

    /** The reason of a hold that stands. */
    Optional<String> hold(Subject person) {
        return jdbc.sql("""
                        select reason from audit.person_hold
                         where company_id = :company and person_kind = :kind and person_id = :person
                           and released_at is null
                         order by placed_at limit 1""")
                .param("company", currentActor.company().value())
                .param("kind", person.kind())
                .param("person", person.id())
                .query(String.class)
                .optional();
    }

    static String reason(String given) {
        if (given.isBlank()) {
            throw RuleViolation.ofField("reason", "person-key.reason-missing");
        }
        return given.strip();
    }
}
