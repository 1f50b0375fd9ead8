package io.simbaerp.identity.admission;

import io.simbaerp.identity.SecretHash;
import java.security.SecureRandom;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes codes and finds whose they are. */
@Component
class PersonalCodes {

    /** What a code is good for, and how long. */
    enum Purpose {
        ADMIT(Duration.ofMinutes(15)),
        FIRST_PASSWORD(Duration.ofDays(7));

        private final Duration lifetime;

        Purpose(Duration lifetime) {
            this.lifetime = lifetime;
        }
    }

    /** A code that is good at present. */
    record Known(UUID user, @Nullable UUID company) {}

    /** Nothing that is mistaken for something else when read out; 16 of them are 80 bits. */
    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final int LENGTH = 16;
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Clock clock;

    PersonalCodes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A new code in place of an earlier one. */
    IssuedCode make(UUID user, Purpose purpose, @Nullable UUID company) {
        String code = random();
        Instant now = clock.instant();
        Instant expires = now.plus(purpose.lifetime);
        jdbc.sql("""
                        insert into identity.personal_code (user_id, purpose, company_id, sha256, made_at, expires_at)
                        values (:user, :purpose, :company, :sha256, :now, :expires)
                        on conflict (user_id, purpose) do update
                           set company_id = excluded.company_id, sha256 = excluded.sha256, made_at = excluded.made_at,
                               expires_at = excluded.expires_at""")
                .param("user", user)
                .param("purpose", purpose.name())
                .param("company", company, Types.OTHER)
                .param("sha256", sha256(code))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("expires", expires.atOffset(ZoneOffset.UTC))
                .update();
        String login = jdbc.sql("select login from identity.user_account where id = ?")
                .param(user)
                .query(String.class)
                .single();
        return new IssuedCode(user, login, code, expires);
    }

    /** Whose the code is, as long as it is good. */
    Optional<Known> find(@Nullable String code, Purpose purpose) {
        return ask("select user_id, company_id from", "", code, purpose);
    }

    /** The same, and it is good no more. */
    Optional<Known> use(@Nullable String code, Purpose purpose) {
        return ask("delete from", " returning user_id, company_id", code, purpose);
    }

    private Optional<Known> ask(String before, String after, @Nullable String code, Purpose purpose) {
        return jdbc.sql(before
                        + " identity.personal_code where sha256 = :sha256 and purpose = :purpose and expires_at > :now"
                        + after)
                .param("sha256", sha256(code == null ? "" : code))
                .param("purpose", purpose.name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Known(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .optional();
    }

    /** Whether somebody whom this company let in has no password of their own yet. */
    boolean waits(UUID user, UUID company) {
        return jdbc.sql("""
                        select exists (select from identity.personal_code
                                        where user_id = ? and purpose = 'FIRST_PASSWORD' and company_id = ?)""").params(user, company).query(Boolean.class).single();
    }

    static String random() {
        StringBuilder code = new StringBuilder();
        for (int at = 0; at < LENGTH; at++) {
            code.append(at > 0 && at % GROUP == 0 ? "-" : "").append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    /** However it was typed: with or without dashes, in small letters. */
    private static byte[] sha256(String code) {
        String plain = code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return SecretHash.of(plain);
    }
}
