package io.simbaerp.audit.integrity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a recount of the integrity log came to.
 *
 * @param kinds how many records of each kind there are
 * @param stamps newest first
 * @param personal how many personal values were opened and fit their hash
 * @param disposed how many can't be opened any more, because their key was disposed of
 * @param findings in the order of the log: the first is the first that differs
 */
public record IntegrityProof(
        List<SealedBlock> blocks,
        List<Counted> kinds,
        List<Stamp> stamps,
        long personal,
        long disposed,
        List<Finding> findings) {

    public IntegrityProof {
        blocks = List.copyOf(blocks);
        kinds = List.copyOf(kinds);
        stamps = List.copyOf(stamps);
        findings = List.copyOf(findings);
    }

    /** A block and whether its leaves and its place in the chain are what was sealed. */
    public record SealedBlock(int number, Instant at, long firstLeaf, int leaves, String hash, boolean good) {}

    /**
     * The timestamp of a day.
     *
     * @param block the number of the block whose hash was stamped
     * @param at what the token says; nothing if it isn't one of the authority over that hash
     */
    public record Stamp(
            LocalDate day,
            int block,
            String authority,
            @Nullable Instant at) {}

    /**
     * The records of a kind.
     *
     * @param waiting how many of them came or changed after the last block
     */
    public record Counted(String kind, long records, long waiting) {}

    /**
     * Something that isn't as it was.
     *
     * @param record the kind of the record it is about, for findings about records
     * @param id the record's
     * @param number of the leaf, or of the block
     */
    public record Finding(
            Kind kind,
            @Nullable String record,
            @Nullable UUID id,
            @Nullable Long number) {}

    /** What can be wrong. */
    public enum Kind {
        /** A block doesn't hash to what it says. */
        BLOCK,
        /** A block doesn't follow the one before. */
        CHAIN,
        /** The leaves of a block were changed, removed or added. */
        LEAVES,
        /** A record isn't what its leaf was made of, or a setting changed and the trail tells nothing of it. */
        CHANGED,
        /** The record of a leaf is gone. */
        REMOVED,
        /** A record stands among sealed ones and is no leaf. */
        SLIPPED_IN,
        /** A timestamp isn't one of the authority over the block it names. */
        TIMESTAMP,
        /** Personal values don't fit their hash; the number says of how many lines. */
        PERSONAL
    }

    public boolean whole() {
        return findings.isEmpty();
    }

    public long waiting() {
        return kinds.stream().mapToLong(Counted::waiting).sum();
    }
}
