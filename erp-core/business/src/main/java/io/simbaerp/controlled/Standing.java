package io.simbaerp.controlled;

/** Where a version of a controlled document stands on a day. */
public enum Standing {
    DRAFT,
    IN_REVIEW,
    REJECTED,
    /** Published; its day has not come yet. */
    COMING,
    IN_FORCE,
    SUPERSEDED,
    /** Published once, and taken out of use with its document. */
    WITHDRAWN;

    /** Whether everybody may read it. */
    public boolean isPublished() {
        return this == COMING || this == IN_FORCE || this == SUPERSEDED || this == WITHDRAWN;
    }
}
