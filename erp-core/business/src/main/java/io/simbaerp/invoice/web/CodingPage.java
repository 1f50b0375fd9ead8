package io.simbaerp.invoice.web;

import io.simbaerp.document.wording.FindingPlace;
import io.simbaerp.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The form in which an invoice is coded.
 *
 * @param proposed how many lines nobody has accepted yet
 * @param vatPeriodReason why another month than the proposed one
 * @param reasonAsked whether choosing another month takes a reason
 * @param version that of the invoice the coding is made for
 * @param onPayment whether deduction waits for the payment
 */
record CodingPage(
        List<Note> notes,
        List<Row> rows,
        int proposed,
        Money net,
        Money vat,
        @Nullable Precedent precedent,
        List<Option> accounts,
        List<Option> costCentres,
        List<Axis> axes,
        List<Option> taxCodes,
        List<String> vatPeriods,
        @Nullable String vatPeriod,
        @Nullable String vatPeriodReason,
        boolean reasonAsked,
        boolean onPayment,
        @Nullable LocalDate postingDate,
        Dates dates,
        @Nullable Preview preview,
        int version) {

    /**
     * A part of a line, and where it goes.
     *
     * @param net as the reader writes figures
     * @param proposed whether the cells are the system's and nobody has touched them
     */
    record Row(
            String line,
            String text,
            Money lineNet,
            String account,
            String accountName,
            @Nullable String costCentre,
            Map<String, String> dimensions,
            String taxCode,
            String net,
            boolean proposed) {}

    /**
     * Something the coder should know: tone, message key, what fills it, and the rule it comes from.
     *
     * @param place the field of the invoice it concerns
     */
    record Note(
            String tone,
            String message,
            List<Object> args,
            @Nullable String rule,
            @Nullable String place) {

        Note(String tone, String message, List<Object> args, @Nullable String rule) {
            this(tone, message, args, rule, FindingPlace.ofRule(rule));
        }
    }

    /**
     * Something to choose.
     *
     * @param used how often it was used for this supplier
     * @param off why it can't be chosen, as a message key
     */
    record Option(
            String code, String name, int used, @Nullable String off) {

        /** One that can be chosen. */
        static Option of(String code, String name, Map<String, Integer> used) {
            return new Option(code, name, used.getOrDefault(code, 0), null);
        }
    }

    /** An axis in use, with what a line may name of it. */
    record Axis(String code, String name, List<Option> values) {}

    /**
     * What the proposal follows.
     *
     * @param defaults the lines that follow nothing but the company's defaults
     */
    record Precedent(List<Followed> followed, String defaults) {}

    /**
     * A posted invoice that lines are proposed after.
     *
     * @param lines the keys of these lines
     * @param basis what they have in common, as a message key
     * @param times how many of the lines with as much in common were coded so
     */
    record Followed(
            String lines, String basis, UUID documentId, String number, LocalDate issueDate, int times, int of) {}

    /** The days that decide what is proposed. */
    record Dates(LocalDate issue, @Nullable LocalDate supply, LocalDate taxPoint, LocalDate received) {}

    /** The entry as it would be. */
    record Preview(List<Line> lines, List<Register> register) {

        /** A line of the entry. */
        record Line(
                String account,
                String name,
                @Nullable String costCentre,
                Map<String, String> dimensions,
                @Nullable Money debit,
                @Nullable Money credit) {}

        /** A row of the VAT register. */
        record Register(String direction, String taxCode, Money base, Money tax, Money deductible) {}
    }
}
