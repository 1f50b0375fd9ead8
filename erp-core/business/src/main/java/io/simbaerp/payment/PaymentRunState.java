package io.simbaerp.payment;

/** How far a payment run has come. */
public enum PaymentRunState {
    /** Put together; orders can still be taken out. */
    PROPOSED,
    /** Waits for an approver; its orders stand. */
    IN_APPROVAL,
    /** Approved; the file is made and its items are ordered. */
    RELEASED,
    /** Ended with a reason; its items are free again. */
    CANCELLED
}
