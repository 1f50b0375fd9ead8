package io.simbaerp.integration.cii;

import io.simbaerp.integration.xml.XmlElement;
import io.simbaerp.invoice.received.AllowanceOrCharge;
import io.simbaerp.invoice.received.InvoiceTotals;
import io.simbaerp.invoice.received.VatBreakdown;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Totals, VAT, allowances and charges of a Cross Industry Invoice. */
final class CiiAmounts {

    private final XmlElement settlement;
    private final XmlElement sums;
    private final CurrencyCode currency;
    private final boolean requiresAll;

    /** @param requiresAll whether this edition requires every amount, or leaves out what can be calculated */
    CiiAmounts(XmlElement settlement, CurrencyCode currency, boolean requiresAll) {
        this.requiresAll = requiresAll;
        this.settlement = settlement;
        this.sums = settlement.first("ram:SpecifiedTradeSettlementHeaderMonetarySummation");
        this.currency = currency;
    }

    CurrencyCode currency() {
        return currency;
    }

    boolean requiresAll() {
        return requiresAll;
    }

    InvoiceTotals totals(@Nullable CurrencyCode vatCurrency) {
        Money withVat = sums.money("ram:GrandTotalAmount", currency);
        Money prepaid = sums.money("ram:TotalPrepaidAmount", currency);
        return new InvoiceTotals(
                sums.money("ram:LineTotalAmount", currency),
                sums.money("ram:AllowanceTotalAmount", currency),
                sums.money("ram:ChargeTotalAmount", currency),
                elseLess(sums.money("ram:TaxBasisTotalAmount", currency), withVat, vatTotal(vatCurrency)),
                vatTotal(vatCurrency),
                vatInAccountingCurrency(vatCurrency),
                withVat,
                prepaid,
                sums.money("ram:RoundingAmount", currency),
                elseLess(sums.money("ram:DuePayableAmount", currency), withVat, prepaid));
    }

    /** The amount as stated; where the edition lets it out, the whole less the part. */
    private @Nullable Money elseLess(@Nullable Money stated, @Nullable Money whole, @Nullable Money part) {
        if (stated != null || requiresAll || whole == null) {
            return stated;
        }
        return part == null ? whole : whole.minus(part);
    }

    List<VatBreakdown> vatBreakdown() {
        return settlement.all("ram:ApplicableTradeTax").stream()
                .map(tax -> new VatBreakdown(
                        tax.money("ram:BasisAmount", currency),
                        tax.money("ram:CalculatedAmount", currency),
                        category(tax),
                        tax.decimal("ram:RateApplicablePercent"),
                        tax.text("ram:ExemptionReason"),
                        tax.text("ram:ExemptionReasonCode")))
                .toList();
    }

    /** The simplest profile of the older edition tells the rate alone. */
    private @Nullable String category(XmlElement tax) {
        String category = tax.text("ram:CategoryCode");
        BigDecimal rate = tax.decimal("ram:RateApplicablePercent");
        if (category != null || requiresAll || rate == null) {
            return category;
        }
        return rate.signum() == 0 ? "Z" : "S";
    }

    /** The allowances or the charges directly below a settlement: of the invoice or of a line. */
    List<AllowanceOrCharge> allowances(XmlElement parent, boolean charges) {
        Stream<AllowanceOrCharge> stated = parent.all("ram:SpecifiedTradeAllowanceCharge").stream()
                .filter(each -> isTrue(each.text("ram:ChargeIndicator/udt:Indicator")) == charges)
                .map(each -> new AllowanceOrCharge(
                        each.money("ram:ActualAmount", currency),
                        each.money("ram:BasisAmount", currency),
                        each.decimal("ram:CalculationPercent"),
                        each.text("ram:CategoryTradeTax/ram:CategoryCode"),
                        each.decimal("ram:CategoryTradeTax/ram:RateApplicablePercent"),
                        each.text("ram:Reason"),
                        each.text("ram:ReasonCode")));
        return (charges ? Stream.concat(stated, freight(parent)) : stated).toList();
    }

    /** Freight and the like, which the widest profiles of Factur-X set apart from other charges. */
    private Stream<AllowanceOrCharge> freight(XmlElement parent) {
        return parent.all("ram:SpecifiedLogisticsServiceCharge").stream()
                .map(each -> new AllowanceOrCharge(
                        each.money("ram:AppliedAmount", currency),
                        null,
                        null,
                        each.text("ram:AppliedTradeTax/ram:CategoryCode"),
                        each.decimal("ram:AppliedTradeTax/ram:RateApplicablePercent"),
                        each.text("ram:Description"),
                        null));
    }

    /** BT-110: the total in the invoice's currency, else the only one there is, unless that is BT-111. */
    private @Nullable Money vatTotal(@Nullable CurrencyCode vatCurrency) {
        List<XmlElement> totals = sums.all("ram:TaxTotalAmount");
        return totals.stream()
                .filter(total -> currency.code().equals(total.attribute("currencyID")))
                .findFirst()
                .or(() -> totals.stream()
                        .filter(total ->
                                vatCurrency == null || !vatCurrency.code().equals(total.attribute("currencyID")))
                        .findFirst())
                .map(total -> total.money(currency))
                .orElse(null);
    }

    private @Nullable Money vatInAccountingCurrency(@Nullable CurrencyCode vatCurrency) {
        if (vatCurrency == null || vatCurrency.equals(currency)) {
            return null;
        }
        return sums.all("ram:TaxTotalAmount").stream()
                .filter(total -> vatCurrency.code().equals(total.attribute("currencyID")))
                .findFirst()
                .map(total -> total.money(vatCurrency))
                .orElse(null);
    }

    private static boolean isTrue(@Nullable String indicator) {
        return "true".equals(indicator) || "1".equals(indicator);
    }
}
