package io.simbaerp.identity.pace;

import io.simbaerp.identity.SecretHash;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets a sign-in name be tried from one place a few times freely, then ever more slowly. */
@Component
public class SignInPace {

    private static final String TAKE_A_TURN = """
            insert into identity.sign_in_pace as pace (account, origin, attempts, last_at, next_at)
            values (:account, :origin, 1, :now::timestamptz, :now::timestamptz)
            on conflict (account, origin) do update
               set attempts = case when pace.last_at < :forgotten::timestamptz then 1 else pace.attempts + 1 end,
                   last_at = excluded.last_at,
                   next_at = excluded.last_at + case
                       when pace.last_at < :forgotten::timestamptz or pace.attempts + 1 < :free then interval '0'
                       else least(interval '1 second' * (2 ^ least(pace.attempts + 1 - :free, 20)), :slowest::interval) end
             where pace.next_at <= excluded.last_at
            returning attempts""";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final int free;
    private final Duration slowest;
    private final Duration memory;

    SignInPace(
            JdbcClient jdbc,
            Clock clock,
            @Value("${simba.limits.sign-in.free-attempts:5}") int free,
            @Value("${simba.limits.sign-in.slowest:15m}") Duration slowest,
            @Value("${simba.limits.sign-in.memory:24h}") Duration memory) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.free = free;
        this.slowest = slowest;
        this.memory = memory;
    }

    /**
     * Takes a turn at trying a name from a place.
     *
     * @return nothing if it may be tried now, else how long to wait
     */
    public Optional<Duration> wait(String login, String origin) {
        Instant now = clock.instant();
        Optional<Integer> attempts = jdbc.sql(TAKE_A_TURN)
                .param("account", account(login))
                .param("origin", origin)
                .param("now", now.toString())
                .param("forgotten", now.minus(memory).toString())
                .param("free", free)
                .param("slowest", slowest.toString())
                .query(Integer.class)
                .optional();
        attempts.filter(count -> count == 1).ifPresent(first -> forgetWhatIsOld(now));
        return attempts.isPresent() ? Optional.empty() : Optional.of(waiting(login, origin, now));
    }

    /** Somebody proved who they are: that place starts anew. */
    public void succeeded(String login, String origin) {
        jdbc.sql("delete from identity.sign_in_pace where account = ? and origin = ?")
                .params(account(login), origin)
                .update();
    }

    private Duration waiting(String login, String origin, Instant now) {
        Instant next = jdbc.sql("select next_at from identity.sign_in_pace where account = ? and origin = ?")
                .params(account(login), origin)
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .optional()
                .orElse(now);
        Duration left = Duration.between(now, next);
        return left.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : left.plusSeconds(1);
    }

    private void forgetWhatIsOld(Instant now) {
        jdbc.sql("delete from identity.sign_in_pace where last_at < ?::timestamptz")
                .param(now.minus(memory).toString())
                .update();
    }

    private static byte[] account(String login) {
        return sha256(login.strip().toLowerCase(Locale.ROOT));
    }

    static byte[] sha256(@Nullable String text) {
        return SecretHash.of(String.valueOf(text));
    }
}
