package io.simbaerp.invoice.coding;

import java.time.LocalDate;
import java.util.UUID;

/**
 * The line in the books that a proposal follows.
 *
 * @param basis what the two lines have in common
 * @param documentId the document it stands on
 * @param number that invoice's number
 * @param times how many of the lines with as much in common were coded so
 * @param of how many there are
 */
public record Precedent(Basis basis, UUID documentId, String number, LocalDate issueDate, int times, int of) {

    /** What two lines of a supplier may have in common, the strongest first. */
    public enum Basis {
        /** The supplier's own number of the item. */
        SAME_ITEM,
        /** The words, leaving out numbers, dates and months. */
        SAME_TEXT,
        /** Most of the words. */
        SIMILAR_TEXT,
        /** VAT category and rate alone. */
        SAME_TAX
    }
}
