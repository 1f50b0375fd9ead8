package io.simbaerp.architecture;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/** Ids that grow with time (RFC 9562, version 7), so that new rows lie together in the indexes. */
public final class NewId {

    private static final SecureRandom RANDOM = new SecureRandom();

    private NewId() {}

    /** A new id of this instant; unique, and not to be guessed in its last 62 bits. */
    public static UUID at(Clock clock) {
        long instant = clock.millis();
        long high = (instant << 16) | 0x7000L | (RANDOM.nextInt() & 0x0fffL);
        long low = (RANDOM.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
