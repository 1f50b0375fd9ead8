package io.simbaerp.audit;

import org.jspecify.annotations.Nullable;

/**
 * What became of one field.
 *
 * @param field its name in words, such as {@code due-date}; {@code audit.field.<field>} of the message files
 * @param before the value before, or null if there was none
 * @param after the value from then on, or null if there is none
 * @param told whether the values can be shown at all
 */
public record FieldChange(
        String field, @Nullable String before, @Nullable String after, Told told) {

    /** Why values are shown, or not. */
    public enum Told {
        PLAIN,
        /** A value about a person, opened with the person's key. */
        PERSONAL,
        /** A value about a person whose key was disposed of: nobody can read it any more. */
        DISPOSED,
        /** A password or token: that it changed is told, never what to. */
        SECRET
    }
}
