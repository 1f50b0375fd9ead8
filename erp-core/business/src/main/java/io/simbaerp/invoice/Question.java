package io.simbaerp.invoice;

/** What a person has to decide before an invoice can be coded, in the order it is asked. */
public enum Question {
    /** The buyer's tax id isn't ours: is it our invoice? */
    BUYER,
    /** The supplier is unknown: is it to be taken in? */
    SUPPLIER,
    /** Somebody unknown is to be paid instead of the supplier: are they to be taken in, or is the supplier paid? */
    PAYEE,
    /** It looks like one we have already: is it the same? */
    DUPLICATE,
    /** The exchange rate it needs isn't there: add it. */
    RATE
}
