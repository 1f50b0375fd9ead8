package io.simbaerp.integration.ksef;

import io.simbaerp.integration.xml.XmlElement;
import io.simbaerp.invoice.received.VatBreakdown;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The net amounts of the lines of an FA. Most lines state theirs. A line stated with VAT gets the net amount within, so
 * that the lines of a rate add up to the rate's total; a single line without any value gets what the others leave.
 */
final class FaLineValues {

    private final CurrencyCode currency;
    private final List<VatBreakdown> breakdown;
    private final List<FaLineValue> values = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    private FaLineValues(CurrencyCode currency, List<VatBreakdown> breakdown) {
        this.currency = currency;
        this.breakdown = breakdown;
    }

    static FaLineValues of(XmlElement fa, CurrencyCode currency, List<VatBreakdown> breakdown) {
        FaLineValues lines = new FaLineValues(currency, breakdown);
        for (XmlElement element : fa.all("FaWiersz")) {
            lines.values.add(lines.valued(
                    lines.categorised(FaLineValue.stated(element, element.money("P_11", currency), "P_12"))));
        }
        breakdown.forEach(lines::fit);
        lines.settleLinesWithoutValue();
        return lines;
    }

    List<FaLineValue> values() {
        return values;
    }

    /** What lines without a value of their own say, when nobody can tell what each of them costs. */
    List<String> remarks() {
        return remarks;
    }

    /** A line without a rate belongs to the margin scheme, or to the only rate there is. */
    private FaLineValue categorised(FaLineValue line) {
        if (line.category() != null) {
            return line;
        }
        List<VatBreakdown> margin = breakdown.stream()
                .filter(row -> "E".equals(row.category()) && row.exemptionReason() == null)
                .toList();
        if (line.net() == null && line.element().first("P_11A").exists() && margin.size() == 1) {
            return line.of("E", BigDecimal.ZERO);
        }
        return breakdown.size() == 1
                ? line.of(breakdown.get(0).category(), breakdown.get(0).rate())
                : line;
    }

    private FaLineValue valued(FaLineValue line) {
        Money gross = line.element().money("P_11A", currency);
        if (line.net() != null || gross == null) {
            return line;
        }
        Money vat = line.element().money("P_11Vat", currency);
        if (vat != null) {
            return line.worth(gross.minus(vat));
        }
        BigDecimal rate = line.rate();
        return "S".equals(line.category()) && rate != null
                ? line.worth(gross.minus(FaAmounts.taxWithin(gross, rate)))
                : line.worth(gross);
    }

    /** Gives the cents that rounding line by line has lost to the largest line of the rate. */
    private void fit(VatBreakdown row) {
        BigDecimal sum = BigDecimal.ZERO;
        int computed = 0;
        int largest = -1;
        for (int i = 0; i < values.size(); i++) {
            FaLineValue line = values.get(i);
            if (line.isOf(row.category(), row.rate())) {
                sum = sum.add(line.share());
                computed += line.computed() ? 1 : 0;
                largest = line.computed() && (largest < 0 || isLarger(line, values.get(largest))) ? i : largest;
            }
        }
        Money total = row.taxable();
        if (largest < 0 || total == null) {
            return;
        }
        BigDecimal missing = total.amount().subtract(sum);
        if (missing.abs().compareTo(BigDecimal.valueOf(computed, 2)) <= 0) {
            values.set(largest, add(values.get(largest), missing));
        }
    }

    private static boolean isLarger(FaLineValue one, FaLineValue other) {
        return one.share().abs().compareTo(other.share().abs()) > 0;
    }

    private FaLineValue add(FaLineValue line, BigDecimal amount) {
        Money more = new Money(line.before() ? amount.negate() : amount, currency);
        Money net = line.net();
        return line.worth(net == null ? more : net.plus(more));
    }

    private void settleLinesWithoutValue() {
        List<FaLineValue> without =
                values.stream().filter(line -> line.net() == null).toList();
        if (without.isEmpty()) {
            return;
        }
        BigDecimal rest = rest();
        boolean single = without.size() == 1 && !without.get(0).before();
        if (rest.signum() == 0 || single) {
            values.replaceAll(line -> line.net() != null ? line : line.worth(new Money(rest, currency)));
            return;
        }
        without.forEach(line -> remark(line.element().text("P_7")));
        values.removeAll(without);
    }

    private void remark(@Nullable String text) {
        if (text != null) {
            remarks.add(text);
        }
    }

    /** What the lines leave of the total without VAT. */
    private BigDecimal rest() {
        BigDecimal rest = Money.zero(currency).amount();
        for (VatBreakdown row : breakdown) {
            rest = row.taxable() == null ? rest : rest.add(row.taxable().amount());
        }
        for (FaLineValue line : values) {
            rest = rest.subtract(line.share());
        }
        return rest;
    }
}
