package io.simbaerp.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whose token this is. */
@Component
public class AccessTokens {

    private final SignIn signIn;
    private final Clock clock;

    AccessTokens(SignIn signIn, Clock clock) {
        this.signIn = signIn;
        this.clock = clock;
    }

    /** The active owner of a token that hasn't expired. */
    public Optional<SignedInUser> ownerOf(String token) {
        return signIn.byToken(sha256(token), clock.instant());
    }

    static byte[] sha256(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
