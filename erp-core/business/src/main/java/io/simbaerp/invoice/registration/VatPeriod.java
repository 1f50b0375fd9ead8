package io.simbaerp.invoice.registration;

import io.simbaerp.invoice.received.PrecedingInvoice;
import io.simbaerp.invoice.received.ReceivedInvoice;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * The month in which input tax is deducted (VAT act art. 86(10), (10b), (11)): not before the tax point and not before the
 * invoice was here; by choice in one of the three months after; under the cash method only with the payment. A correction
 * counts in the month it was received in (art. 86(19a)); another month, such as that of its original or the one in which
 * the new price was agreed, is chosen with a reason.
 */
public final class VatPeriod {

    private static final int CHOICES = 3;

    /** How far back the original of a correction may have been deducted. */
    private static final int MONTHS_BACK = 60;

    /** BT-8: VAT falls due with the payment; UNTDID 2005 in UBL, UNTDID 2475 in CII. */
    private static final Set<String> PAID = Set.of("432", "72");

    /**
     * A month, and why that one.
     *
     * @param month nothing if it waits for the payment
     * @param reason given by whoever chose another month than the proposed one
     */
    public record Choice(@Nullable String month, @Nullable String reason) {}

    private VatPeriod() {}

    /** The month proposed; nothing if it waits for the payment. */
    public static @Nullable String proposed(InvoiceDates dates, ReceivedInvoice invoice) {
        return isOnPayment(invoice) ? null : first(dates).toString();
    }

    /** The months that may be chosen, the earliest first. */
    public static List<String> choices(InvoiceDates dates, ReceivedInvoice invoice) {
        YearMonth last = first(dates).plusMonths(CHOICES);
        YearMonth start = isCorrection(invoice) ? earliest(dates, invoice) : first(dates);
        return LongStream.iterate(0, months -> months + 1)
                .mapToObj(start::plusMonths)
                .takeWhile(month -> !month.isAfter(last))
                .map(YearMonth::toString)
                .toList();
    }

    /** The month after the day of receipt was corrected: a choice stays if it is still offered, a proposal follows. */
    public static Choice after(InvoiceDates before, LocalDate received, Choice choice, ReceivedInvoice invoice) {
        InvoiceDates dates = before.receivedOn(received);
        boolean chosen = !Objects.equals(choice.month(), proposed(before, invoice));
        boolean offered = choice.month() == null || choices(dates, invoice).contains(choice.month());
        return chosen && offered ? choice : new Choice(proposed(dates, invoice), null);
    }

    /** The first month in which tax can be deducted at all: it is due and the invoice is here. */
    public static String earliestMonth(InvoiceDates dates) {
        return first(dates).toString();
    }

    /** Whether the supplier accounts for VAT when paid (P_16, BT-8). */
    public static boolean isOnPayment(ReceivedInvoice invoice) {
        String code = invoice.taxPointCode();
        return invoice.cashMethod() || code != null && PAID.contains(code);
    }

    /** Whether choosing another month than the proposed one takes a reason. */
    public static boolean isCorrection(ReceivedInvoice invoice) {
        return invoice.creditNote() || invoice.corrects();
    }

    /** Whether, on a posting day, the tax still waits to be deducted. */
    public static boolean isDeferred(@Nullable String period, LocalDate postingDate) {
        return period == null || YearMonth.parse(period).isAfter(YearMonth.from(postingDate));
    }

    /** The month tax falls in that the buyer owes himself: that of the tax point. */
    public static String ofTaxPoint(InvoiceDates dates) {
        return YearMonth.from(dates.taxPoint()).toString();
    }

    private static YearMonth first(InvoiceDates dates) {
        LocalDate later = dates.received().isAfter(dates.taxPoint()) ? dates.received() : dates.taxPoint();
        return YearMonth.from(later);
    }

    private static YearMonth earliest(InvoiceDates dates, ReceivedInvoice invoice) {
        YearMonth bound = first(dates).minusMonths(MONTHS_BACK);
        YearMonth earliest = invoice.precedingInvoices().stream()
                .map(PrecedingInvoice::issueDate)
                .filter(Objects::nonNull)
                .map(YearMonth::from)
                .reduce(YearMonth.from(dates.taxPoint()), (a, b) -> a.isBefore(b) ? a : b);
        YearMonth start = earliest.isBefore(first(dates)) ? earliest : first(dates);
        return start.isBefore(bound) ? bound : start;
    }
}
