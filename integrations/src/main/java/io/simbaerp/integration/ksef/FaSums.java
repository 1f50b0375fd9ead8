package io.simbaerp.integration.ksef;

import io.simbaerp.integration.xml.XmlElement;
import io.simbaerp.invoice.received.InvoiceLine;
import io.simbaerp.invoice.received.ReceivedInvoice;
import io.simbaerp.invoice.received.VatBreakdown;
import io.simbaerp.invoice.received.polish.PolishTerms;
import io.simbaerp.invoice.received.polish.PolishTerms.Kind;
import io.simbaerp.invoice.received.polish.Settlement;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether the amounts of an FA add up. Nothing is corrected: the file's own amounts count. */
final class FaSums {

    private static final BigDecimal CENT = new BigDecimal("0.01");

    private final XmlElement fa;
    private final ReceivedInvoice invoice;
    private final PolishTerms terms;
    private final FaFindings findings;

    FaSums(XmlElement root, ReceivedInvoice invoice, FaFindings findings) {
        this.fa = root.first("Fa");
        this.invoice = invoice;
        this.terms = Objects.requireNonNull(invoice.polish());
        this.findings = findings;
    }

    static boolean isWithoutTotals(XmlElement fa) {
        return FaRates.buckets().stream()
                .noneMatch(bucket -> fa.first(bucket.net()).exists());
    }

    void check() {
        total();
        invoice.vatBreakdown().forEach(this::rate);
        lines();
        zloty();
        settlement();
    }

    private void total() {
        Money gross = invoice.totals().withVat();
        Money net = invoice.totals().withoutVat();
        Money vat = invoice.totals().vat();
        if (gross == null || net == null || vat == null || isWithoutTotals(fa) && gross.isZero()) {
            return;
        }
        Money sum = net.plus(vat);
        if (isFurther(gross, sum, BigDecimal.ZERO)) {
            if (invoice.totals().rounding() == null) {
                findings.error("SUM", fa.first("P_15"), gross, sum);
            } else {
                findings.information("SUM", fa.first("P_15"), gross, sum);
            }
        }
    }

    private void rate(VatBreakdown row) {
        if (row.taxable() == null || row.tax() == null || row.rate() == null || !"S".equals(row.category())) {
            return;
        }
        BigDecimal expected = row.taxable().amount().multiply(row.rate()).movePointLeft(2);
        Money expectedTax = new Money(expected, invoice.currency());
        if (isFurther(row.tax(), expectedTax, tolerance())) {
            findings.warning("VAT", fa, row.rate().toPlainString(), row.tax(), row.taxable(), expectedTax);
        }
    }

    private void lines() {
        boolean comparable = terms.kind() == Kind.VAT || terms.kind() == Kind.KOR;
        if (!comparable || invoice.lines().isEmpty() || invoice.lines().stream().anyMatch(FaSums::isNotStated)) {
            return;
        }
        Money sum = invoice.positions().stream()
                .map(position -> Objects.requireNonNull(position.net()))
                .reduce(Money.zero(invoice.currency()), Money::plus);
        Money net = invoice.totals().withoutVat();
        if (net != null && isFurther(net, sum, tolerance())) {
            findings.warning("LINES", fa, sum, net);
        }
    }

    private static boolean isNotStated(InvoiceLine line) {
        return line.net() == null || line.polish() == null || line.polish().gross() != null;
    }

    private void zloty() {
        if (invoice.currency().equals(CurrencyCode.PLN)) {
            return;
        }
        for (VatBreakdown row : invoice.vatBreakdown()) {
            boolean taxed = row.tax() != null && !row.tax().isZero();
            if (taxed && row.taxInAccountingCurrency() == null) {
                findings.warning("PLN", fa, invoice.currency());
                return;
            }
        }
    }

    private void settlement() {
        Settlement settlement = terms.settlement();
        Money gross = invoice.totals().withVat();
        if (settlement == null || gross == null) {
            return;
        }
        XmlElement place = fa.first("Rozliczenie");
        Money charges = sum(settlement.charges());
        Money deductions = sum(settlement.deductions());
        stated(place, "SumaObciazen", settlement.chargesTotal(), charges);
        stated(place, "SumaOdliczen", settlement.deductionsTotal(), deductions);
        Money due = gross.plus(charges).minus(deductions);
        stated(place, "DoZaplaty", settlement.toPay(), due);
        stated(place, "DoRozliczenia", settlement.toRefund(), due.negated());
    }

    private void stated(XmlElement place, String name, @Nullable Money stated, Money expected) {
        if (stated != null && isFurther(stated, expected, BigDecimal.ZERO)) {
            findings.error("SETTLEMENT", place, name, stated, expected);
        }
    }

    private Money sum(List<Settlement.Item> items) {
        return items.stream()
                .map(Settlement.Item::amount)
                .filter(Objects::nonNull)
                .reduce(Money.zero(invoice.currency()), Money::plus);
    }

    /** A cent for each line: every one of them may have been rounded. */
    private BigDecimal tolerance() {
        return CENT.multiply(BigDecimal.valueOf(Math.max(1, invoice.lines().size())));
    }

    private static boolean isFurther(Money one, Money other, BigDecimal tolerance) {
        return one.amount().subtract(other.amount()).abs().compareTo(tolerance) > 0;
    }
}
