package io.simbaerp.architecture;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ids that grow with time (RFC 9562, version 7), so that new rows lie together in the indexes and what one program made
 * later sorts later, within one instant too.
 */
public final class NewId {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** The instant of the last id in milliseconds, and a counter of twelve bits below it. */
    private static final AtomicLong LAST = new AtomicLong();

    private NewId() {}

    /** A new id of this instant, or just after the last one; unique, and not to be guessed in its last 62 bits. */
    public static UUID at(Clock clock) {
        long earliest = clock.millis() << 12;
        long tick = LAST.updateAndGet(last -> Math.max(last + 1, earliest));
        long high = (tick >>> 12 << 16) | 0x7000L | (tick & 0x0fffL);
        long low = (RANDOM.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    /** When an id of ours was made, to the millisecond. */
    public static Instant madeAt(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }
}
