package io.simbaerp.identity.session;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ends a session of one of the company's people, such as somebody who left. */
@UseCase(Duty.ADMINISTER)
public class EndSessionOfPerson {

    private final OpenSessions sessions;
    private final CurrentActor currentActor;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EndSessionOfPerson(
            OpenSessions sessions,
            CurrentActor currentActor,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sessions = sessions;
        this.currentActor = currentActor;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** @throws NotFound if nobody of this sign-in name belongs to the company, or has no session of this name */
    public void end(String login, String name) {
        UUID company = currentActor.company().value();
        UUID person = jdbc.sql("""
                        select u.id from identity.user_account u
                         where u.login = ? and exists (select from identity.membership m
                                                        where m.user_id = u.id and m.company_id = ?)""")
                .params(login, company)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new NotFound("user", company));
        sessions.end(person, login, name);
        events.publishEvent(new SessionEnded(currentActor.company(), currentActor.actor(), clock.instant(), person));
    }
}
