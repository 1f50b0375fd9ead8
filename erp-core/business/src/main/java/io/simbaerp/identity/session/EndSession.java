package io.simbaerp.identity.session;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ends a session of one's own from elsewhere: a phone left behind, a computer somebody else sits at. */
@UseCase(Duty.BELONG_TO_COMPANY)
public class EndSession {

    private final OpenSessions sessions;
    private final CurrentActor currentActor;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EndSession(
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

    /** @throws io.simbaerp.architecture.NotFound if the person acting has no session of this name */
    public void end(String name) {
        UUID user = currentActor.actor().userId().orElseThrow();
        String login = jdbc.sql("select login from identity.user_account where id = ?")
                .param(user)
                .query(String.class)
                .single();
        sessions.end(user, login, name);
        events.publishEvent(new SessionEnded(currentActor.company(), currentActor.actor(), clock.instant(), user));
    }
}
