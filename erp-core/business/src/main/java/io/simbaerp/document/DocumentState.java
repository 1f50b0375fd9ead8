package io.simbaerp.document;

import java.util.Set;

/** Where a document stands between receipt and archive. The database allows the same moves and no others. */
public enum DocumentState {
    /** Kept, but not yet read; a plain document stays here until it is archived. */
    RECEIVED,
    /** Registered; people and processes work on it. */
    IN_PROCESS,
    /** Couldn't be processed; a person takes it up again or rejects it. */
    QUARANTINED,
    /** Refused by a person, with a reason. */
    REJECTED,
    /** In the ledger. */
    POSTED,
    /** Paid in full. */
    PAID,
    /** Filed away. */
    ARCHIVED;

    /**
     * Where it may go from here; a plain document goes from RECEIVED to ARCHIVED instead. From POSTED back to IN_PROCESS
     * it goes with the reversal of its entry alone.
     */
    public Set<DocumentState> next() {
        return switch (this) {
            case RECEIVED -> Set.of(IN_PROCESS, QUARANTINED);
            case QUARANTINED -> Set.of(IN_PROCESS, REJECTED);
            case IN_PROCESS -> Set.of(POSTED, REJECTED);
            case POSTED -> Set.of(PAID, ARCHIVED, IN_PROCESS);
            case PAID -> Set.of(ARCHIVED);
            case REJECTED, ARCHIVED -> Set.of();
        };
    }
}
