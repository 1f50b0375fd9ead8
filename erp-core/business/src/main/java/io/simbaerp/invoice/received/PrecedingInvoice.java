package io.simbaerp.invoice.received;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An earlier invoice this one corrects or refers to (BG-3).
 *
 * @param number BT-25
 * @param issueDate BT-26
 * @param ksefNumber its number in KSeF, if it was issued there
 */
public record PrecedingInvoice(
        String number,
        @Nullable LocalDate issueDate,
        @Nullable String ksefNumber) {

    /** One named in the terms of EN 16931 alone. */
    public PrecedingInvoice(String number, @Nullable LocalDate issueDate) {
        this(number, issueDate, null);
    }
}
