package io.simbaerp.audit.person;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.architecture.Subject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether the values about a person can be read, until when they must, and which holds stand. */
@Query(Duty.VIEW_AUDIT)
public class PersonKeyState {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final PersonRecords records;

    PersonKeyState(JdbcClient jdbc, CurrentActor currentActor, PersonRecords records) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.records = records;
    }

    /** A hold that stands. */
    public record Hold(UUID id, String reason) {}

    /**
     * How it stands with a person's values.
     *
     * @param readable whether there are values under a key that can be opened
     * @param keptUntil the last day of retention; null if nothing ever happened
     */
    public record State(boolean readable, @Nullable LocalDate keptUntil, List<Hold> holds) {}

    /** Users whose values nobody can read any more. */
    public Set<UUID> disposedUsers() {
        return Set.copyOf(jdbc.sql("""
                        select person_id from audit.person_key where company_id = :company and person_kind = 'user'
                         group by person_id having bool_and(disposed_at is not null)""")
                .param("company", currentActor.company().value())
                .query(UUID.class)
                .list());
    }

    /** Those of these whose values nobody can read any more. */
    public Set<Subject> disposed(Collection<Subject> people) {
        Set<Subject> gone = new HashSet<>();
        jdbc.sql("""
                        select person_kind, person_id from audit.person_key
                         where company_id = :company and person_id = any (:people)
                         group by person_kind, person_id having bool_and(disposed_at is not null)""")
                .param("company", currentActor.company().value())
                .param("people", people.stream().map(Subject::id).toArray(UUID[]::new))
                .query((java.sql.ResultSet row) -> {
                    gone.add(new Subject(row.getString("person_kind"), row.getObject("person_id", UUID.class)));
                });
        return gone;
    }

    /** @throws io.simbaerp.architecture.NotFound if nothing ever happened with such a person here */
    public State of(Subject person) {
        records.requireKnown(person);
        UUID company = currentActor.company().value();
        boolean readable = jdbc.sql("""
                        select exists (select from audit.person_key
                                        where company_id = :company and person_kind = :kind and person_id = :person
                                          and disposed_at is null)""")
                .param("company", company)
                .param("kind", person.kind())
                .param("person", person.id())
                .query(Boolean.class)
                .single();
        List<Hold> holds = jdbc.sql("""
                        select id, reason from audit.person_hold
                         where company_id = :company and person_kind = :kind and person_id = :person
                           and released_at is null
                         order by placed_at, id""")
                .param("company", company)
                .param("kind", person.kind())
                .param("person", person.id())
                .query((row, n) -> new Hold(row.getObject("id", UUID.class), row.getString("reason")))
                .list();
        return new State(readable, records.keptUntil(person).orElse(null), holds);
    }
}
