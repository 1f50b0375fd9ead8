package io.simbaerp.expense;

/** Where a claim is on its way. */
public enum ClaimState {
    /** Its claimant works on it, for the first time or since it was returned. */
    DRAFT,
    /** It waits for those who approve it. */
    SENT,
    /** All agreed; it waits to be coded and posted. */
    APPROVED,
    POSTED,
    REJECTED,
    WITHDRAWN;

    /** Whether nothing happens to it any more. */
    public boolean isEnd() {
        return this == POSTED || this == REJECTED || this == WITHDRAWN;
    }
}
