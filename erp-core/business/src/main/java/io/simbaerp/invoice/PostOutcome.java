package io.simbaerp.invoice;

/** What came of the attempt to post an invoice; its process branches on it. */
public enum PostOutcome {
    /** It stands in the books. */
    POSTED,
    /** It isn't what was approved any more. */
    CONTENT_CHANGED,
    /** Not every approval it needs is there. */
    NOT_APPROVED,
    /** The period it was to be posted in is closed. */
    PERIOD_CLOSED,
    /** It looks like another invoice, and nobody has decided whether it is the same. */
    DUPLICATE_OPEN,
    /** Its tax was deducted out of an expense claim. */
    DEDUCTED_BY_CLAIM,
    /** The exchange rate it needs isn't there. */
    RATE_MISSING
}
