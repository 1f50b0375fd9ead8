package io.simbaerp.identity.token;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ends a token of one's own: from now on it opens nothing. */
@UseCase(Duty.BELONG_TO_COMPANY)
public class EndToken {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EndToken(JdbcClient jdbc, CurrentActor currentActor, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /** @throws NotFound if the person acting has no such token */
    public void end(@About("access-token") UUID token) {
        int ended = jdbc.sql("delete from identity.access_token where id = ? and user_id = ?")
                .params(token, currentActor.actor().userId().orElseThrow())
                .update();
        if (ended == 0) {
            throw new NotFound("access-token", token);
        }
        events.publishEvent(new TokenEnded(currentActor.company(), currentActor.actor(), clock.instant(), token));
    }
}
