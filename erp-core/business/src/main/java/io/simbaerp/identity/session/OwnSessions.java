package io.simbaerp.identity.session;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where the person acting is signed in, last used first. */
@Query(Duty.BELONG_TO_COMPANY)
public class OwnSessions {

    private final OpenSessions sessions;
    private final CurrentActor currentActor;
    private final JdbcClient jdbc;

    OwnSessions(OpenSessions sessions, CurrentActor currentActor, JdbcClient jdbc) {
        this.sessions = sessions;
        this.currentActor = currentActor;
        this.jdbc = jdbc;
    }

    /** @param asking the id of the session this is asked from, or null */
    public List<SessionRow> all(@Nullable String asking) {
        UUID user = currentActor.actor().userId().orElseThrow();
        return jdbc.sql("select login, display_name from identity.user_account where id = ?")
                .param(user)
                .query((row, n) -> sessions.of(row.getString(1), row.getString(2), asking))
                .single();
    }
}
