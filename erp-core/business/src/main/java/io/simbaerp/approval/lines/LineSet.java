package io.simbaerp.approval.lines;

import java.util.List;
import java.util.UUID;

/**
 * The lines a seat decides about.
 *
 * @param owner whose lines they are, also where somebody else stands in for them
 * @param units the lines, each by its name and whatever of it is theirs: {@code 1 320} for line 1 at cost centre 320
 * @param hash the fingerprint of their content
 * @param content the text whose SHA-256 it is
 */
public record LineSet(UUID owner, List<String> units, String hash, String content) {

    public LineSet {
        units = List.copyOf(units);
    }
}
