package io.simbaerp.identity;

import java.time.Instant;

/** A token as its owner sees it this one time. */
public record IssuedToken(String token, Instant expiresAt) {

    /** The token stays out of logs. */
    @Override
    public String toString() {
        return "IssuedToken[expires " + expiresAt + "]";
    }
}
