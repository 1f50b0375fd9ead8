package io.simbaerp.invoice;

/** How far an invoice has come. */
public enum InvoiceState {
    /** Registered; questions and coding are open. */
    RECEIVED,
    /** Coded; approvals are under way. */
    CODED,
    /** In the books. */
    POSTED,
    /** Ended without reaching the books. */
    REJECTED
}
