package io.simbaerp.approval.round;

/** When a round is decided. */
public enum RoundKind {
    /** Everybody asked must agree; one no is enough against it. */
    ALL,
    /** Whoever decides first decides. */
    FIRST,
    /** So many of those asked must agree. */
    K_OF_N,
    /** The majority decides once the chair has voted; where the votes are equal, the chair's. */
    COMMITTEE
}
