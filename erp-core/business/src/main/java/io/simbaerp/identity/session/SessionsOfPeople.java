package io.simbaerp.identity.session;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where the people of the company are signed in, last used first. */
@Query(Duty.ADMINISTER)
public class SessionsOfPeople {

    private final OpenSessions sessions;
    private final CurrentActor currentActor;
    private final JdbcClient jdbc;

    SessionsOfPeople(OpenSessions sessions, CurrentActor currentActor, JdbcClient jdbc) {
        this.sessions = sessions;
        this.currentActor = currentActor;
        this.jdbc = jdbc;
    }

    private record Person(String login, String name) {}

    /** @param asking the id of the session this is asked from, or null */
    public List<SessionRow> all(@Nullable String asking) {
        List<Person> people = jdbc.sql("""
                        select distinct u.login, u.display_name
                          from identity.user_account u
                          join identity.membership m on m.user_id = u.id and m.company_id = ?
                          join identity.session s on s.principal_name = u.login""")
                .param(currentActor.company().value())
                .query((row, n) -> new Person(row.getString(1), row.getString(2)))
                .list();
        return people.stream()
                .flatMap(person -> sessions.of(person.login(), person.name(), asking).stream())
                .sorted(Comparator.comparing(SessionRow::lastUsedAt).reversed())
                .toList();
    }
}
