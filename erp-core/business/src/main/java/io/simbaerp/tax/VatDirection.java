package io.simbaerp.tax;

/** Which register a row belongs to. */
public enum VatDirection {
    /** Purchases: tax to be deducted. */
    INPUT,
    /** Sales and what the buyer owes himself: tax to be paid. */
    OUTPUT
}
