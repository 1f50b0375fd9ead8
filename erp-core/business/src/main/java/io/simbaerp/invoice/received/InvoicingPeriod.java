package io.simbaerp.invoice.received;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The period goods or services were supplied in: BG-14 of the invoice, BG-26 of a line.
 *
 * @param start BT-73, BT-134
 * @param end BT-74, BT-135
 */
public record InvoicingPeriod(
        @Nullable LocalDate start, @Nullable LocalDate end) {}
