package io.simbaerp.integration.cii;

import io.simbaerp.integration.xml.XmlOutput;
import io.simbaerp.invoice.received.AllowanceOrCharge;
import io.simbaerp.invoice.received.InvoiceTotals;
import io.simbaerp.invoice.received.ReceivedInvoice;
import io.simbaerp.invoice.received.VatBreakdown;
import io.simbaerp.money.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes totals, VAT, allowances and charges of a Cross Industry Invoice. */
final class CiiAmountWriter {

    private static final String VAT = "VAT";

    private final ReceivedInvoice invoice;
    private final XmlOutput xml;

    CiiAmountWriter(ReceivedInvoice invoice, XmlOutput xml) {
        this.invoice = invoice;
        this.xml = xml;
    }

    void vat() {
        invoice.vatBreakdown().forEach(this::tax);
    }

    private void tax(VatBreakdown vat) {
        xml.group("ram:ApplicableTradeTax", () -> {
            xml.bareAmount("ram:CalculatedAmount", vat.tax());
            xml.text("ram:TypeCode", VAT);
            xml.text("ram:ExemptionReason", vat.exemptionReason());
            xml.bareAmount("ram:BasisAmount", vat.taxable());
            xml.text("ram:CategoryCode", vat.category());
            xml.text("ram:ExemptionReasonCode", vat.exemptionReasonCode());
            // BT-7 is said once for the whole invoice (CII-SR-461).
            if (vat == invoice.vatBreakdown().get(0)) {
                xml.group("ram:TaxPointDate", () -> CiiWriter.date(xml, "udt:DateString", invoice.taxPointDate()));
            }
            xml.text("ram:DueDateTypeCode", dueDateTypeCode(invoice.taxPointCode()));
            xml.number("ram:RateApplicablePercent", vat.rate());
        });
    }

    private static @Nullable String dueDateTypeCode(@Nullable String taxPointCode) {
        return CiiInvoiceReader.TAX_POINT_CODES.entrySet().stream()
                .filter(code -> code.getValue().equals(taxPointCode))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(taxPointCode);
    }

    void allowancesAndCharges() {
        allowancesAndCharges(invoice.allowances(), invoice.charges());
    }

    void allowancesAndCharges(List<AllowanceOrCharge> allowances, List<AllowanceOrCharge> charges) {
        allowances.forEach(allowance -> allowanceOrCharge(false, allowance));
        charges.forEach(charge -> allowanceOrCharge(true, charge));
    }

    private void allowanceOrCharge(boolean charge, AllowanceOrCharge each) {
        xml.group("ram:SpecifiedTradeAllowanceCharge", () -> {
            indicator(charge);
            xml.number("ram:CalculationPercent", each.percent());
            xml.bareAmount("ram:BasisAmount", each.base());
            xml.bareAmount("ram:ActualAmount", each.amount());
            xml.text("ram:ReasonCode", each.reasonCode());
            xml.text("ram:Reason", each.reason());
            if (each.vatCategory() != null) {
                category("ram:CategoryTradeTax", each.vatCategory(), each.vatRate());
            }
        });
    }

    void indicator(boolean charge) {
        xml.group("ram:ChargeIndicator", () -> xml.text("udt:Indicator", String.valueOf(charge)));
    }

    void category(String name, @Nullable String category, @Nullable BigDecimal rate) {
        xml.group(name, () -> {
            xml.text("ram:TypeCode", VAT);
            xml.text("ram:CategoryCode", category);
            xml.number("ram:RateApplicablePercent", rate);
        });
    }

    void totals() {
        InvoiceTotals totals = invoice.totals();
        xml.group("ram:SpecifiedTradeSettlementHeaderMonetarySummation", () -> {
            xml.bareAmount("ram:LineTotalAmount", totals.lines());
            xml.bareAmount("ram:ChargeTotalAmount", totals.charges());
            xml.bareAmount("ram:AllowanceTotalAmount", totals.allowances());
            xml.bareAmount("ram:TaxBasisTotalAmount", totals.withoutVat());
            vatTotal(totals.vat());
            vatTotal(totals.vatInAccountingCurrency());
            xml.bareAmount("ram:RoundingAmount", totals.rounding());
            xml.bareAmount("ram:GrandTotalAmount", totals.withVat());
            xml.bareAmount("ram:TotalPrepaidAmount", totals.prepaid());
            xml.bareAmount("ram:DuePayableAmount", totals.due());
        });
    }

    private void vatTotal(@Nullable Money total) {
        xml.amount("ram:TaxTotalAmount", total);
    }
}
