package io.simbaerp.payment.proposal;

/** How a bank carries a transfer out. */
public enum PaymentKind {
    /** In euro, by the SEPA scheme. */
    SEPA,
    /** In PLN within Poland. */
    DOMESTIC,
    /** The same by the split payment mechanism: the VAT goes to the payee's VAT account. */
    SPLIT
}
