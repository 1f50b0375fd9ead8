package io.simbaerp.integration.cii;

import io.simbaerp.integration.xml.XmlElement;
import io.simbaerp.invoice.received.AllowanceOrCharge;
import io.simbaerp.invoice.received.InvoiceTotals;
import io.simbaerp.invoice.received.VatBreakdown;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Totals, VAT, allowances and charges of a Cross Industry Invoice. */
final class CiiAmounts {

    private final XmlElement settlement;
    private final XmlElement sums;
    private final CurrencyCode currency;

    CiiAmounts(XmlElement settlement, CurrencyCode currency) {
        this.settlement = settlement;
        this.sums = settlement.first("ram:SpecifiedTradeSettlementHeaderMonetarySummation");
        this.currency = currency;
    }

    CurrencyCode currency() {
        return currency;
    }

    InvoiceTotals totals(@Nullable CurrencyCode vatCurrency) {
        return new InvoiceTotals(
                sums.money("ram:LineTotalAmount", currency),
                sums.money("ram:AllowanceTotalAmount", currency),
                sums.money("ram:ChargeTotalAmount", currency),
                sums.money("ram:TaxBasisTotalAmount", currency),
                vatTotal(vatCurrency),
                vatInAccountingCurrency(vatCurrency),
                sums.money("ram:GrandTotalAmount", currency),
                sums.money("ram:TotalPrepaidAmount", currency),
                sums.money("ram:RoundingAmount", currency),
                sums.money("ram:DuePayableAmount", currency));
    }

    List<VatBreakdown> vatBreakdown() {
        return settlement.all("ram:ApplicableTradeTax").stream()
                .map(tax -> new VatBreakdown(
                        tax.money("ram:BasisAmount", currency),
                        tax.money("ram:CalculatedAmount", currency),
                        tax.text("ram:CategoryCode"),
                        tax.decimal("ram:RateApplicablePercent"),
                        tax.text("ram:ExemptionReason"),
                        tax.text("ram:ExemptionReasonCode")))
                .toList();
    }

    /** The allowances or the charges directly below a settlement: of the invoice or of a line. */
    List<AllowanceOrCharge> allowances(XmlElement parent, boolean charges) {
        return parent.all("ram:SpecifiedTradeAllowanceCharge").stream()
                .filter(each -> isTrue(each.text("ram:ChargeIndicator/udt:Indicator")) == charges)
                .map(each -> new AllowanceOrCharge(
                        each.money("ram:ActualAmount", currency),
                        each.money("ram:BasisAmount", currency),
                        each.decimal("ram:CalculationPercent"),
                        each.text("ram:CategoryTradeTax/ram:CategoryCode"),
                        each.decimal("ram:CategoryTradeTax/ram:RateApplicablePercent"),
                        each.text("ram:Reason"),
                        each.text("ram:ReasonCode")))
                .toList();
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
