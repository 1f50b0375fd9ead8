package io.simbaerp.integration.ksef;

import io.simbaerp.integration.ksef.FaRates.Bucket;
import io.simbaerp.integration.xml.XmlElement;
import io.simbaerp.invoice.received.InvoiceTotals;
import io.simbaerp.invoice.received.VatBreakdown;
import io.simbaerp.invoice.received.polish.Annotations;
import io.simbaerp.invoice.received.polish.PolishTerms;
import io.simbaerp.invoice.received.polish.PolishTerms.Kind;
import io.simbaerp.invoice.received.polish.Settlement;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import io.simbaerp.money.Rounding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Totals and VAT of an FA. */
final class FaAmounts {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** The VATEX codes of the margin schemes. */
    static final List<String> MARGIN_CODES = List.of("VATEX-EU-D", "VATEX-EU-F", "VATEX-EU-I", "VATEX-EU-J");

    private final XmlElement fa;
    private final CurrencyCode currency;
    private final PolishTerms terms;
    private final List<VatBreakdown> breakdown;

    FaAmounts(XmlElement fa, CurrencyCode currency, PolishTerms terms) {
        this.fa = fa;
        this.currency = currency;
        this.terms = terms;
        List<VatBreakdown> stated = stated();
        this.breakdown = stated.isEmpty() && terms.kind() == Kind.UPR ? simplified() : stated;
    }

    List<VatBreakdown> breakdown() {
        return breakdown;
    }

    /** Nothing in an invoice in PLN, and nothing where the seller says no VAT in PLN. */
    @Nullable
    CurrencyCode vatCurrency() {
        return vatInZloty() == null ? null : CurrencyCode.PLN;
    }

    InvoiceTotals totals() {
        Money net = sum(breakdown.stream().map(VatBreakdown::taxable).toList());
        Money vat = sum(breakdown.stream().map(VatBreakdown::tax).toList());
        Money gross = fa.money("P_15", currency);
        return new InvoiceTotals(
                null, null, null, net, vat, vatInZloty(), gross, null, rounding(gross, net.plus(vat)), due(gross));
    }

    private @Nullable Money due(@Nullable Money gross) {
        Settlement settlement = terms.settlement();
        if (settlement != null && settlement.toPay() != null) {
            return settlement.toPay();
        }
        return settlement != null && settlement.toRefund() != null
                ? settlement.toRefund().negated()
                : gross;
    }

    private static @Nullable Money rounding(@Nullable Money gross, Money sum) {
        if (gross == null) {
            return null;
        }
        Money difference = gross.minus(sum);
        boolean small = difference.amount().abs().compareTo(BigDecimal.ONE) < 0;
        return small && !difference.isZero() ? difference : null;
    }

    private @Nullable Money vatInZloty() {
        List<Money> parts = breakdown.stream()
                .map(VatBreakdown::taxInAccountingCurrency)
                .filter(Objects::nonNull)
                .toList();
        return parts.isEmpty() ? null : parts.stream().reduce(Money.zero(CurrencyCode.PLN), Money::plus);
    }

    private List<VatBreakdown> stated() {
        List<VatBreakdown> rows = new ArrayList<>();
        for (Bucket bucket : FaRates.buckets()) {
            Money net = fa.money(bucket.net(), currency);
            if (net != null) {
                rows.add(row(bucket, net));
            }
        }
        return rows;
    }

    private VatBreakdown row(Bucket bucket, Money net) {
        Money stated = bucket.tax() == null ? null : fa.money(bucket.tax(), currency);
        Money tax = stated == null ? Money.zero(currency) : stated;
        Money inZloty = currency.equals(CurrencyCode.PLN) || bucket.tax() == null || bucket.isForeign()
                ? null
                : fa.money(bucket.tax() + "W", CurrencyCode.PLN);
        return new VatBreakdown(
                net, tax, bucket.category(), rate(bucket, net, tax), reason(bucket), code(bucket), inZloty);
    }

    private @Nullable BigDecimal rate(Bucket bucket, Money net, Money tax) {
        if (bucket.isForeign()) {
            Set<BigDecimal> foreign = lineRates("P_12_XII");
            return foreign.size() == 1 ? foreign.iterator().next() : null;
        }
        if (bucket.rates().size() < 2) {
            return bucket.rates().isEmpty() ? null : bucket.rates().get(0);
        }
        Set<BigDecimal> used = lineRates("P_12");
        used.retainAll(bucket.rates());
        return used.size() == 1 ? used.iterator().next() : nearest(bucket.rates(), net, tax);
    }

    /** Two rates share a total, and the lines do not tell which: the amounts do. */
    private static BigDecimal nearest(List<BigDecimal> rates, Money net, Money tax) {
        BigDecimal best = rates.get(0);
        for (BigDecimal rate : rates) {
            if (distance(rate, net, tax).compareTo(distance(best, net, tax)) < 0) {
                best = rate;
            }
        }
        return best;
    }

    private static BigDecimal distance(BigDecimal rate, Money net, Money tax) {
        return net.amount()
                .multiply(rate)
                .subtract(tax.amount().multiply(HUNDRED))
                .abs();
    }

    private Set<BigDecimal> lineRates(String name) {
        Set<BigDecimal> rates = new LinkedHashSet<>();
        List<XmlElement> stated = new ArrayList<>(fa.all("FaWiersz/" + name));
        stated.addAll(fa.all("Zamowienie/ZamowienieWiersz/" + name.replace("P_12", "P_12Z")));
        for (XmlElement element : stated) {
            String text = element.text();
            BigDecimal rate = text != null && text.matches("[0-9]{1,2}([.][0-9]{1,6})?") ? new BigDecimal(text) : null;
            if (rate != null) {
                rates.add(rate.stripTrailingZeros()
                        .setScale(Math.max(0, rate.stripTrailingZeros().scale())));
            }
        }
        return rates;
    }

    private @Nullable String reason(Bucket bucket) {
        Annotations.Exemption exemption = terms.annotations().exemption();
        return bucket.isExempt() && exemption != null ? exemption.text() : null;
    }

    private @Nullable String code(Bucket bucket) {
        Annotations.Margin margin = terms.annotations().margin();
        return bucket.isMargin() && margin != null ? MARGIN_CODES.get(margin.ordinal()) : bucket.exemptionCode();
    }

    /** A simplified invoice may state only total and rate: its VAT lies within. With several rates nobody can tell. */
    private List<VatBreakdown> simplified() {
        Money gross = fa.money("P_15", currency);
        if (gross == null) {
            return List.of();
        }
        Set<BigDecimal> rates = lineRates("P_12");
        long others = fa.all("FaWiersz/P_12").stream()
                .map(XmlElement::text)
                .filter(text -> text != null && !text.matches("[0-9]+"))
                .count();
        if (rates.size() != 1 || others > 0) {
            return List.of(new VatBreakdown(gross, Money.zero(currency), "O", null, null, null));
        }
        BigDecimal rate = rates.iterator().next();
        Money tax = taxWithin(gross, rate);
        return List.of(new VatBreakdown(gross.minus(tax), tax, rate.signum() == 0 ? "Z" : "S", rate, null, null));
    }

    /** The VAT that lies within an amount. */
    static Money taxWithin(Money gross, BigDecimal rate) {
        BigDecimal tax = gross.amount().multiply(rate).divide(HUNDRED.add(rate), 10, RoundingMode.HALF_UP);
        return new Money(Rounding.toCurrency(tax, gross.currency()), gross.currency());
    }

    private Money sum(List<@Nullable Money> amounts) {
        return amounts.stream().filter(Objects::nonNull).reduce(Money.zero(currency), Money::plus);
    }
}
