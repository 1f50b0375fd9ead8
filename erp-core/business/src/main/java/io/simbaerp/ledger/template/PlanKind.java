package io.simbaerp.ledger.template;

/** How a template is posted. */
public enum PlanKind {
    /** On one day. */
    ONCE,
    /** Every so many months. */
    RECURRING,
    /** On one day, and taken back on the first day of the next period. */
    ACCRUAL,
    /** An amount spread over months, each at its end. */
    CUT_OFF
}
