package io.simbaerp.invoice.coding;

import io.simbaerp.invoice.received.ReceivedInvoice;
import io.simbaerp.invoice.received.VatBreakdown;
import io.simbaerp.invoice.received.polish.PolishTerms;
import io.simbaerp.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Money paid before the supply: the invoices that document it, and those that settle it. */
final class Advances {

    /** UNTDID 1001: prepayment invoice. */
    private static final String PREPAYMENT = "386";

    private Advances() {}

    /** Whether the invoice documents an advance or corrects one that does. */
    static boolean areInvoiced(ReceivedInvoice invoice) {
        PolishTerms polish = invoice.polish();
        return polish != null ? polish.kind().concernsAdvance() : PREPAYMENT.equals(invoice.typeCode());
    }

    /**
     * What advances have paid of a settling invoice, rate by rate and negative: its lines show the whole supply, its VAT
     * breakdown only what is left of it.
     */
    static List<CodableLine> settled(ReceivedInvoice invoice, List<CodableLine> lines) {
        PolishTerms polish = invoice.polish();
        if (polish == null || !polish.kind().settlesAdvances()) {
            return List.of();
        }
        List<CodableLine> settled = new ArrayList<>();
        for (Rate rate : rates(invoice, lines)) {
            Money left = invoice.vatBreakdown().stream()
                    .filter(vat -> rate.equals(Rate.of(vat.category(), vat.rate())))
                    .map(VatBreakdown::taxable)
                    .filter(Objects::nonNull)
                    .reduce(Money.zero(invoice.currency()), Money::plus);
            Money supplied = lines.stream()
                    .filter(line -> rate.equals(Rate.of(line.category(), line.rate())))
                    .map(CodableLine::net)
                    .reduce(Money.zero(invoice.currency()), Money::plus);
            if (left.compareTo(supplied) != 0) {
                settled.add(new CodableLine(
                        "Z" + (settled.size() + 1),
                        numbers(polish),
                        left.minus(supplied),
                        rate.category(),
                        rate.percent(),
                        true));
            }
        }
        return settled;
    }

    private static List<Rate> rates(ReceivedInvoice invoice, List<CodableLine> lines) {
        List<Rate> rates = new ArrayList<>();
        lines.forEach(line -> rates.add(Rate.of(line.category(), line.rate())));
        invoice.vatBreakdown().forEach(vat -> rates.add(Rate.of(vat.category(), vat.rate())));
        return rates.stream().distinct().toList();
    }

    private static String numbers(PolishTerms polish) {
        return polish.settledAdvances().stream()
                .map(advance -> advance.number() != null ? advance.number() : advance.ksefNumber())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    /** A VAT category and its rate, the rate in the one form in which rates are compared. */
    private record Rate(@Nullable String category, @Nullable BigDecimal percent) {

        static Rate of(@Nullable String category, @Nullable BigDecimal percent) {
            return new Rate(category, percent == null ? null : percent.stripTrailingZeros());
        }
    }
}
