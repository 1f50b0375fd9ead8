package io.simbaerp.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose token this is. */
@Component
public class AccessTokens {

    /** Its last use is known to the minute: a token may be used a hundred times a second. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private static final int MOST_REMEMBERED = 10_000;

    private final SignIn signIn;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<UUID, Instant> noted = new ConcurrentHashMap<>();

    AccessTokens(SignIn signIn, JdbcClient jdbc, Clock clock) {
        this.signIn = signIn;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The active owner of a token that hasn't expired. */
    public Optional<TokenOwner> ownerOf(String token) {
        Optional<TokenOwner> owner = signIn.byToken(SecretHash.of(token), clock.instant());
        owner.ifPresent(known -> noteUse(known.token(), clock.instant()));
        return owner;
    }

    private void noteUse(UUID token, Instant now) {
        Instant before = noted.get(token);
        if (before != null && before.plus(NOTED_EVERY).isAfter(now)) {
            return;
        }
        if (noted.size() >= MOST_REMEMBERED) {
            noted.clear();
        }
        noted.put(token, now);
        jdbc.sql("""
                        insert into identity.token_use as known (token_id, last_at)
                        select id, ?::timestamptz from identity.access_token where id = ?
                        on conflict (token_id) do update set last_at = greatest(known.last_at, excluded.last_at)""").params(now.toString(), token).update();
    }
}
