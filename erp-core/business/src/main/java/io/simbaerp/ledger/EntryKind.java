package io.simbaerp.ledger;

/** What an entry is for; decides which signs its amounts may have. */
public enum EntryKind {
    /** The usual entry: positive amounts only. */
    ORDINARY,
    /** Corrects earlier entries, for example from a credit note; amounts may be negative. */
    CORRECTION,
    /** Takes an entry back with the opposite sign on the same sides, leaving turnover as if it had never been. */
    RED_REVERSAL,
    /** Takes an entry back with the same amounts on the opposite sides. */
    BLACK_REVERSAL,
    /** Begins the books with the balances of before; stands on the last day of a period. */
    OPENING,
    /** Takes income and expenses of a year to its result; stands on its last day. */
    CLOSING;

    /** Whether lines of this kind of entry may be negative. */
    public boolean allowsNegativeAmounts() {
        return this == CORRECTION || this == RED_REVERSAL;
    }
}
