package io.simbaerp.ledger.dimension;

/** What an account says of an axis. */
public enum AxisRule {
    /** Its lines must name a value. */
    REQUIRED,
    /** Its lines may name a value; so it is where nothing is said. */
    OPTIONAL,
    /** Its lines never name a value. */
    FORBIDDEN
}
