package io.simbaerp.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose token this is. */
@Component
public class AccessTokens {

    private final JdbcClient jdbc;
    private final SignIn signIn;
    private final Clock clock;

    AccessTokens(JdbcClient jdbc, SignIn signIn, Clock clock) {
        this.jdbc = jdbc;
        this.signIn = signIn;
        this.clock = clock;
    }

    /** The active owner of a token that hasn't expired. */
    public Optional<SignedInUser> ownerOf(String token) {
        return jdbc.sql("select user_id from identity.access_token where sha256 = ? and expires_at > ?::timestamptz")
                .params(sha256(token), clock.instant().toString())
                .query(UUID.class)
                .optional()
                .flatMap(signIn::byId);
    }

    static byte[] sha256(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
