package io.simbaerp.identity;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.UseCase;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gives the person acting a token for the REST interface. It is shown once; we keep its SHA-256. */
@UseCase(Duty.BELONG_TO_COMPANY)
public class IssueToken {

    private static final Duration LIFETIME = Duration.ofHours(12);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    IssueToken(JdbcClient jdbc, CurrentActor currentActor, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    public IssuedToken issue() {
        UUID user =
                currentActor.actor().userId().orElseThrow(() -> new IllegalStateException("Only people hold tokens"));
        byte[] secret = new byte[32];
        RANDOM.nextBytes(secret);
        String token = "simba_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        Instant expiresAt = clock.instant().plus(LIFETIME);
        UUID id = NewId.at(clock);
        jdbc.sql("""
                        insert into identity.access_token (id, user_id, sha256, created_at, expires_at)
                        values (?, ?, ?, ?::timestamptz, ?::timestamptz)""")
                .params(id, user, AccessTokens.sha256(token), clock.instant().toString(), expiresAt.toString())
                .update();
        events.publishEvent(new TokenIssued(currentActor.company(), currentActor.actor(), clock.instant(), id));
        return new IssuedToken(token, expiresAt);
    }
}
