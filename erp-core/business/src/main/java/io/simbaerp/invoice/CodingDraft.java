package io.simbaerp.invoice;

import io.simbaerp.invoice.registration.Terms;
import io.simbaerp.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The coding of an invoice as a person enters it.
 *
 * @param lines for every line of the invoice one or more, whose nets add up to it
 * @param vatPeriod the month of deduction, such as {@code 2026-11}; {@link #ON_PAYMENT} under the cash method; nothing
 *     for the proposed one
 * @param vatPeriodReason why another month than the proposed one; required for a correction
 * @param postingDate the day it is to stand in the books under; nothing for the proposed one
 */
public record CodingDraft(
        List<Line> lines,
        @Nullable String vatPeriod,
        @Nullable String vatPeriodReason,
        @Nullable LocalDate postingDate) {

    /** Stands for a month of deduction that only the payment will settle. */
    public static final String ON_PAYMENT = Terms.ON_PAYMENT;

    public CodingDraft {
        lines = List.copyOf(lines);
    }

    /** A coding whose month of deduction needs no reason. */
    public CodingDraft(List<Line> lines, @Nullable String vatPeriod, @Nullable LocalDate postingDate) {
        this(lines, vatPeriod, null, postingDate);
    }

    /**
     * Where a line of the invoice, or a part of it, goes.
     *
     * @param line the line's key: {@code 1} for the first line, {@code A1} for the first allowance of the document,
     *     {@code C1} for its first charge, {@code D} for a difference between its lines and its total
     * @param costCentre its number, or {@code %} and the code of a distribution key
     * @param dimensions numbers of values, or distribution keys, by the codes of their axes
     * @param net in the invoice's currency, without VAT
     */
    public record Line(
            String line,
            String account,
            @Nullable String costCentre,
            Map<String, String> dimensions,
            String taxCode,
            Money net) {

        public Line {
            dimensions = Map.copyOf(dimensions);
        }

        /** A line that names no axis. */
        public Line(String line, String account, @Nullable String costCentre, String taxCode, Money net) {
            this(line, account, costCentre, Map.of(), taxCode, net);
        }
    }
}
