package io.simbaerp.controlled.text;

/** A line of a text beside its version before. */
public record TextChange(Kind kind, String line) {

    /** What became of it. */
    public enum Kind {
        SAME,
        ADDED,
        REMOVED,
        /** Lines that are the same and left out. */
        LEFT_OUT
    }
}
