package io.simbaerp.integration.ksef;

import io.simbaerp.integration.ksef.FaRates.Bucket;
import io.simbaerp.invoice.received.ReceivedInvoice;
import io.simbaerp.invoice.received.VatBreakdown;
import io.simbaerp.invoice.received.polish.PolishTerms;
import io.simbaerp.money.Money;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes the totals of an FA by rate, P_13 to P_15. */
final class FaTotalWriter {

    private final FaElements out;
    private final ReceivedInvoice invoice;
    private final PolishTerms terms;

    FaTotalWriter(FaElements out, ReceivedInvoice invoice, PolishTerms terms) {
        this.out = out;
        this.invoice = invoice;
        this.terms = terms;
    }

    void write() {
        for (Bucket bucket : FaRates.buckets()) {
            List<VatBreakdown> rows = invoice.vatBreakdown().stream()
                    .filter(row -> bucketOf(row).equals(bucket.net()))
                    .toList();
            if (!rows.isEmpty()) {
                write(bucket, rows);
            }
        }
        out.amount("P_15", invoice.totals().withVat());
    }

    private void write(Bucket bucket, List<VatBreakdown> rows) {
        out.amount(bucket.net(), sum(rows.stream().map(VatBreakdown::taxable).toList()));
        if (bucket.tax() == null) {
            return;
        }
        out.amount(bucket.tax(), sum(rows.stream().map(VatBreakdown::tax).toList()));
        if (!bucket.isForeign()) {
            out.amount(
                    bucket.tax() + "W",
                    sum(rows.stream().map(VatBreakdown::taxInAccountingCurrency).toList()));
        }
    }

    private String bucketOf(VatBreakdown row) {
        String category = Objects.requireNonNullElse(row.category(), "");
        return switch (category) {
            case "S" -> FaRates.standard(row.rate());
            case "Z" -> "P_13_6_1";
            case "K" -> "P_13_6_2";
            case "G" -> "P_13_6_3";
            case "E" -> isMargin(row) ? "P_13_11" : "P_13_7";
            case "O" -> "P_13_8";
            case "AE" -> isAbroad() ? "P_13_9" : "P_13_10";
            default -> throw new IllegalArgumentException("FA has no total for VAT category " + category);
        };
    }

    /** Services to a business in another EU country are taxed there; within Poland the buyer owes the VAT. */
    private boolean isAbroad() {
        String buyer = invoice.buyer().vatIdentifier();
        return !terms.annotations().reverseCharge() && buyer != null && !buyer.startsWith(FaParties.POLAND);
    }

    private boolean isMargin(VatBreakdown row) {
        return terms.annotations().margin() != null
                && row.exemptionReasonCode() != null
                && FaAmounts.MARGIN_CODES.contains(row.exemptionReasonCode());
    }

    private static @Nullable Money sum(List<@Nullable Money> amounts) {
        return amounts.stream().filter(Objects::nonNull).reduce(Money::plus).orElse(null);
    }
}
