package io.simbaerp.identity.admission;

import java.time.Instant;
import java.util.UUID;

/**
 * A code that was just made: the one moment it can be read.
 *
 * @param user whose it is
 * @param login the name they sign in by
 */
public record IssuedCode(UUID user, String login, String code, Instant expiresAt) {

    /** The code stays out of logs. */
    @Override
    public String toString() {
        return "IssuedCode[" + user + "]";
    }
}
