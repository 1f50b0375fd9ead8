package io.simbaerp.invoice.registration;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * The month in which input tax is deducted (VAT act art. 86(10), (10b), (11)): not before the tax point and not before the
 * invoice was here; by choice in one of the three months after; under the cash method only with the payment.
 */
public final class VatPeriod {

    private static final int CHOICES = 3;

    /** BT-8: VAT falls due with the payment; UNTDID 2005 in UBL, UNTDID 2475 in CII. */
    private static final Set<String> PAID = Set.of("432", "72");

    private VatPeriod() {}

    /** The month proposed; nothing if it waits for the payment. */
    public static @Nullable String proposed(InvoiceDates dates, @Nullable String taxPointCode) {
        return isOnPayment(taxPointCode) ? null : first(dates).toString();
    }

    /** The months that may be chosen, the earliest first. */
    public static List<String> choices(InvoiceDates dates) {
        YearMonth first = first(dates);
        return LongStream.rangeClosed(0, CHOICES)
                .mapToObj(first::plusMonths)
                .map(YearMonth::toString)
                .toList();
    }

    /** The month after the day of receipt was corrected: a choice stays if it is still offered, a proposal follows. */
    public static @Nullable String after(
            InvoiceDates before, LocalDate received, @Nullable String period, @Nullable String taxPointCode) {
        InvoiceDates dates = before.receivedOn(received);
        boolean chosen = !Objects.equals(period, proposed(before, taxPointCode));
        boolean offered = period == null || choices(dates).contains(period);
        return chosen && offered ? period : proposed(dates, taxPointCode);
    }

    /** Whether the supplier accounts for VAT when paid. */
    public static boolean isOnPayment(@Nullable String taxPointCode) {
        return taxPointCode != null && PAID.contains(taxPointCode);
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
}
