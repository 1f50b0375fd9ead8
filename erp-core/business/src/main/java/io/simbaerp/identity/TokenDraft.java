package io.simbaerp.identity;

import java.time.Duration;

/**
 * A token to be made.
 *
 * @param name what its owner calls it, such as the program that gets it
 * @param thisCompanyOnly whether it opens only the company acted for, or all of its owner's
 * @param lifetime how long it is good
 */
public record TokenDraft(String name, boolean thisCompanyOnly, Duration lifetime) {

    /** The longest a token is good. */
    public static final int MOST_DAYS = 365;

    static final int LONGEST_NAME = 80;

    private static final Duration TRIAL = Duration.ofHours(12);

    /** The kind the demo gives for name and password: good for a day's trying, in every company of its owner. */
    public static TokenDraft forTrial() {
        return new TokenDraft("demo", false, TRIAL);
    }
}
