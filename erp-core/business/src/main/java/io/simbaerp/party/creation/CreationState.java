package io.simbaerp.party.creation;

/** How far a proposed supplier has come. */
public enum CreationState {
    /** Somebody is asked to approve it. */
    PROPOSED,
    /** It came back for correction. */
    RETURNED,
    /** It may be paid. */
    APPROVED,
    /** A second person said no. */
    REFUSED,
    /** Whoever proposed it took it back. */
    WITHDRAWN;

    /** Whether its data and proof still decide about its approval. */
    public boolean isOpen() {
        return this == PROPOSED || this == RETURNED;
    }

    /** Whether it can be sent to approval once more. */
    public boolean maySendAgain() {
        return this == RETURNED || this == REFUSED || this == WITHDRAWN;
    }
}
