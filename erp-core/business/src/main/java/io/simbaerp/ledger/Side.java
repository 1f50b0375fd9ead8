package io.simbaerp.ledger;

/** The two sides of an account. */
public enum Side {
    /** Left, Wn. */
    DEBIT,
    /** Right, Ma. */
    CREDIT;

    public Side opposite() {
        return this == DEBIT ? CREDIT : DEBIT;
    }
}
