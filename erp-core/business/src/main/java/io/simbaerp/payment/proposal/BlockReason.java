package io.simbaerp.payment.proposal;

/** Why a due item is not ordered. */
public enum BlockReason {
    /** Another live run holds it. */
    IN_ANOTHER_RUN,
    /** Neither PLN nor euro: no way to tell a bank. */
    CURRENCY_REFUSED,
    /** The run's account is in another currency. */
    OTHER_CURRENCY,
    /** Nobody has approved the supplier yet. */
    SUPPLIER_NOT_APPROVED,
    /** Neither the invoice nor the payee's master data name a confirmed account. */
    ACCOUNT_MISSING,
    /** What the invoice names as account is none. */
    ACCOUNT_UNREADABLE,
    /** The invoice names an account the payee's master data does not have. */
    ACCOUNT_NEW,
    /** The account waits for a second person. */
    ACCOUNT_UNCONFIRMED,
    /** The account was confirmed a short while ago and is in its cool-off. */
    ACCOUNT_COOLING_OFF,
    /** The account was withdrawn after it was ordered. */
    ACCOUNT_WITHDRAWN,
    /** The account lies where this kind of transfer does not go. */
    ACCOUNT_OUT_OF_REACH,
    /** The supplier says that it was paid: to be matched with a line of a bank statement, or cleared by hand. */
    PAID_BEFORE,
    /** To be paid by the split payment mechanism. */
    SPLIT_PAYMENT,
    /** Above the limit of the White List, and no proof is stored. */
    WHITE_LIST,
    /** A credit that the payee's invoices don't cover. */
    CREDIT_LEFT;

    /** Whether an approver may let it through, alone, with a reason. */
    public boolean mayBeLetThrough() {
        return this == SPLIT_PAYMENT || this == WHITE_LIST || this == PAID_BEFORE;
    }
}
