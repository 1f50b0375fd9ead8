package io.simbaerp.invoice.automation;

/** Why an invoice is coded by a person, in the order it is looked at. */
public enum TouchlessStop {
    /** Touchless coding isn't switched on for the supplier. */
    NOT_SWITCHED_ON,
    /** Who switched it on may not code invoices any more. */
    SWITCHED_ON_BY_NOBODY,
    /** One of the supplier's last three postings was not as proposed. */
    EDITED_LATELY,
    /** It was coded before. */
    CODED_BEFORE,
    /** A person was asked about it. */
    QUESTION_ASKED,
    /** It looks like another invoice. */
    DUPLICATE,
    /** It gives money back or corrects another invoice. */
    CORRECTION,
    /** Somebody else than the supplier is to be paid. */
    PAYEE,
    /** It asks to be paid on an account that isn't confirmed. */
    ACCOUNT,
    /** A rule found something. */
    FINDING,
    /** Its amount isn't usual for the supplier. */
    AMOUNT,
    /** A line is like nothing that was posted before. */
    NO_PRECEDENT,
    /** The exchange rate or an open period is missing. */
    NOT_POSTABLE
}
