package io.simbaerp.controlled.upkeep;

/** What a periodic review may find. */
public enum ReviewOutcome {
    /** It is still right; its time begins anew. */
    KEEP,
    /** It has to be changed: a draft of its next version is begun. */
    REVISE,
    /** It is taken out of use. */
    WITHDRAW
}
