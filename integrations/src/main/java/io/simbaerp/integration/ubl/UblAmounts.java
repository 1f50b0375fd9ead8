package io.simbaerp.integration.ubl;

import io.simbaerp.integration.xml.XmlElement;
import io.simbaerp.invoice.received.AllowanceOrCharge;
import io.simbaerp.invoice.received.InvoiceTotals;
import io.simbaerp.invoice.received.VatBreakdown;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Totals, VAT, allowances and charges of a UBL invoice. */
final class UblAmounts {

    private final XmlElement root;
    private final CurrencyCode currency;

    UblAmounts(XmlElement root, CurrencyCode currency) {
        this.root = root;
        this.currency = currency;
    }

    CurrencyCode currency() {
        return currency;
    }

    InvoiceTotals totals(@Nullable CurrencyCode vatCurrency) {
        XmlElement sums = root.first("cac:LegalMonetaryTotal");
        return new InvoiceTotals(
                sums.money("cbc:LineExtensionAmount", currency),
                sums.money("cbc:AllowanceTotalAmount", currency),
                sums.money("cbc:ChargeTotalAmount", currency),
                sums.money("cbc:TaxExclusiveAmount", currency),
                vatTotal().money("cbc:TaxAmount", currency),
                vatInAccountingCurrency(vatCurrency),
                sums.money("cbc:TaxInclusiveAmount", currency),
                sums.money("cbc:PrepaidAmount", currency),
                sums.money("cbc:PayableRoundingAmount", currency),
                sums.money("cbc:PayableAmount", currency));
    }

    List<VatBreakdown> vatBreakdown() {
        return vatTotal().all("cac:TaxSubtotal").stream()
                .map(subtotal -> {
                    XmlElement category = subtotal.first("cac:TaxCategory");
                    return new VatBreakdown(
                            subtotal.money("cbc:TaxableAmount", currency),
                            subtotal.money("cbc:TaxAmount", currency),
                            category.text("cbc:ID"),
                            category.decimal("cbc:Percent"),
                            category.text("cbc:TaxExemptionReason"),
                            category.text("cbc:TaxExemptionReasonCode"));
                })
                .toList();
    }

    /** The allowances or the charges directly below an element: the invoice or a line. */
    List<AllowanceOrCharge> allowances(XmlElement parent, boolean charges) {
        return parent.all("cac:AllowanceCharge").stream()
                .filter(each -> isTrue(each.text("cbc:ChargeIndicator")) == charges)
                .map(each -> new AllowanceOrCharge(
                        each.money("cbc:Amount", currency),
                        each.money("cbc:BaseAmount", currency),
                        each.decimal("cbc:MultiplierFactorNumeric"),
                        each.text("cac:TaxCategory/cbc:ID"),
                        each.decimal("cac:TaxCategory/cbc:Percent"),
                        each.text("cbc:AllowanceChargeReason"),
                        each.text("cbc:AllowanceChargeReasonCode")))
                .toList();
    }

    /** The VAT total in the invoice's currency; a second one states BT-111 only and has no breakdown. */
    private XmlElement vatTotal() {
        List<XmlElement> totals = root.all("cac:TaxTotal");
        return totals.stream()
                .filter(total ->
                        currency.code().equals(total.first("cbc:TaxAmount").attribute("currencyID")))
                .findFirst()
                .or(() -> totals.stream()
                        .filter(total -> total.first("cac:TaxSubtotal").exists())
                        .findFirst())
                .orElseGet(() -> totals.isEmpty() ? root.absent() : totals.get(0));
    }

    private @Nullable Money vatInAccountingCurrency(@Nullable CurrencyCode vatCurrency) {
        if (vatCurrency == null || vatCurrency.equals(currency)) {
            return null;
        }
        return root.all("cac:TaxTotal/cbc:TaxAmount").stream()
                .filter(amount -> vatCurrency.code().equals(amount.attribute("currencyID")))
                .findFirst()
                .map(amount -> amount.money(vatCurrency))
                .orElse(null);
    }

    static boolean isTrue(@Nullable String indicator) {
        return "true".equals(indicator) || "1".equals(indicator);
    }
}
