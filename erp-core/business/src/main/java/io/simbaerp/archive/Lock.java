package io.simbaerp.archive;

import io.simbaerp.architecture.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * Why nobody may download an original.
 *
 * @param scanner which scanner says so, or could not be asked
 * @param threat what it calls the threat; nothing if it could not be asked
 */
public record Lock(String scanner, @Nullable String threat) {

    /** The sentence that says why, as a refusal: original.locked or original.not-scanned. */
    public RuleViolation violation() {
        return threat == null
                ? new RuleViolation("original.not-scanned", scanner)
                : new RuleViolation("original.locked", scanner, threat);
    }
}
