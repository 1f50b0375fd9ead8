package io.simbaerp.identity.fresh;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Origin;
import io.simbaerp.architecture.RuleViolation;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Whether the person acting proved minutes ago, in this very session, who they are. */
@Component
public class FreshSignIn {

    /** How long an entered password counts. */
    public static final Duration FRESH = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final PasswordEncoder passwords;

    FreshSignIn(JdbcClient jdbc, CurrentActor currentActor, Clock clock, PasswordEncoder passwords) {
        this.passwords = passwords;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** @throws RuleViolation sign-in.not-fresh */
    public void require() {
        UUID person = currentActor
                .actor()
                .userId()
                .orElseThrow(() -> RuleViolation.ofField("password", "sign-in.not-fresh", FRESH.toMinutes()));
        boolean fresh = jdbc.sql("""
                        select exists (select from identity.fresh_sign_in
                                        where company_id = ? and user_id = ? and session = ? and proved_at > ?)""")
                .params(
                        currentActor.company().value(),
                        person,
                        session(currentActor.actor()),
                        clock.instant().minus(FRESH).atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
        if (!fresh) {
            throw RuleViolation.ofField("password", "sign-in.not-fresh", FRESH.toMinutes());
        }
    }

    /** Remembers it if this is the person's password. */
    boolean prove(UUID person, String password) {
        boolean right = jdbc.sql("select password_hash from identity.user_account where id = ? and active")
                .param(person)
                .query(String.class)
                .optional()
                .filter(hash -> passwords.matches(password, hash))
                .isPresent();
        if (right) {
            remember(person);
        }
        return right;
    }

    private void remember(UUID person) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql("delete from identity.fresh_sign_in where company_id = ? and user_id = ? and proved_at <= ?")
                .params(currentActor.company().value(), person, now.minus(FRESH))
                .update();
        jdbc.sql("""
                        insert into identity.fresh_sign_in (company_id, user_id, proved_at, session) values (?, ?, ?, ?)
                        on conflict (company_id, user_id, session) do update set proved_at = excluded.proved_at""")
                .params(currentActor.company().value(), person, now, session(currentActor.actor()))
                .update();
    }

    /** What was proved in one session says nothing about another. */
    private static String session(Actor actor) {
        return Objects.requireNonNullElse(Origin.of(actor).session(), "");
    }
}
