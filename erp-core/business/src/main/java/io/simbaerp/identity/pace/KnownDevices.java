package io.simbaerp.identity.pace;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Devices somebody signed in from before. Being known saves nobody the password; it only spares them others' delays. */
@Component
public class KnownDevices {

    private static final int SECRET_BYTES = 24;
    private static final int MOST_PER_PERSON = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Clock clock;

    KnownDevices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The place a device stands for, if the owner of this name signed in from it before. */
    public Optional<String> placeOf(String secret, String login) {
        byte[] hash = SignInPace.sha256(secret);
        return jdbc.sql("""
                        select exists (select from identity.known_device d
                                         join identity.user_account u on u.id = d.user_id
                                        where d.sha256 = ? and u.login = ?)""")
                        .params(hash, login.strip().toLowerCase(Locale.ROOT))
                        .query(Boolean.class)
                        .single()
                ? Optional.of("device " + HexFormat.of().formatHex(hash, 0, 16))
                : Optional.empty();
    }

    /** Gets to know the device somebody just signed in from; of many the oldest is forgotten. */
    public String remember(UUID user) {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql("insert into identity.known_device (sha256, user_id, known_since) values (?, ?, ?::timestamptz)")
                .params(SignInPace.sha256(secret), user, clock.instant().toString())
                .update();
        jdbc.sql("""
                        delete from identity.known_device where user_id = :user and sha256 not in (
                            select sha256 from identity.known_device where user_id = :user
                             order by known_since desc, sha256 limit :most)""").param("user", user).param("most", MOST_PER_PERSON).update();
        return secret;
    }
}
