package io.simbaerp.audit.seal;

import java.time.Instant;
import java.util.List;

/**
 * What a check of the trail came to.
 *
 * @param waiting lines that came after the last seal
 * @param personal how many personal values were opened and fit their hash
 * @param disposed how many can't be opened any more, because their key was disposed of
 */
public record TrailProof(List<Seal> seals, long waiting, long personal, long disposed, List<Finding> findings) {

    /** A seal and whether what it holds is still what was sealed. */
    public record Seal(int number, Instant at, long lines, String hash, boolean good) {}

    /**
     * Something that isn't as it was.
     *
     * @param argument the number of the seal, or how many lines
     */
    public record Finding(Kind kind, long argument) {}

    /** What can be wrong. */
    public enum Kind {
        /** A seal doesn't hash to what it says. */
        SEAL,
        /** A seal doesn't name the one before. */
        CHAIN,
        /** Lines under a seal were changed, removed or added. */
        LINES,
        /** Lines stand between sealed ones and have no seal. */
        UNSEALED,
        /** Personal values don't fit their hash. */
        PERSONAL
    }

    public boolean whole() {
        return findings.isEmpty();
    }
}
