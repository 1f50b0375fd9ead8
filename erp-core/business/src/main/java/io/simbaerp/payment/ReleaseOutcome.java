package io.simbaerp.payment;

/** What came of releasing a run. */
public enum ReleaseOutcome {
    RELEASED,
    /** Not every level asked has approved exactly these orders. */
    NOT_APPROVED,
    /** An item was settled meanwhile, or is smaller than its order. */
    ITEMS_CHANGED,
    /** The payment file would not be what its format demands. */
    FILE_REFUSED
}
