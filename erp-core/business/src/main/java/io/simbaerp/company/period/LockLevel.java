package io.simbaerp.company.period;

/** How far a period is locked, from nothing to everything. */
public enum LockLevel {
    /** Whoever may post may post here. */
    OPEN,
    /** Only who holds the duty to post into soft-closed periods. */
    SOFT_CLOSED,
    /** Nobody, save by an exception. */
    CLOSED;

    /** The stricter of the two. */
    public LockLevel or(LockLevel other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
