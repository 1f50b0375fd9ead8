package io.simbaerp.invoice.registration;

import java.util.UUID;

/** A party that is the supplier of an invoice, and how that is known. */
public record SupplierMatch(UUID partyId, How how) {

    /** What speaks for it. A name alone never does: it is a suggestion to a person. */
    public enum How {
        /** The invoice states one of the party's tax ids. */
        TAX_ID,
        /** A person said so of an earlier invoice with the same tax id. */
        EARLIER_DECISION,
        /** The invoice states no other tax id, and asks to be paid on the party's confirmed account. */
        IBAN,
        /** A person chose the party. */
        PERSON,
        /** A person took the party in from this invoice. */
        TAKEN_IN
    }
}
