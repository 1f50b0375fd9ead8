package io.simbaerp.payment;

/** What came of releasing a run. */
public enum ReleaseOutcome {
    RELEASED,
    /** Not every level asked has approved exactly these orders. */
    NOT_APPROVED,
    /** An item was settled meanwhile, or is smaller than its order. */
    ITEMS_CHANGED,
    /** No order may go now: accounts are no longer confirmed, or proofs are of another day. */
    ITEMS_BLOCKED,
    /** The payment file would not be what its format demands. */
    FILE_REFUSED
}
