package io.simbaerp.integration.ubl;

import io.simbaerp.integration.xml.XmlOutput;
import io.simbaerp.invoice.received.AllowanceOrCharge;
import io.simbaerp.invoice.received.InvoiceTotals;
import io.simbaerp.invoice.received.ReceivedInvoice;
import io.simbaerp.invoice.received.VatBreakdown;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes totals, VAT, allowances and charges of a UBL invoice. */
final class UblAmountWriter {

    private final ReceivedInvoice invoice;
    private final XmlOutput xml;

    UblAmountWriter(ReceivedInvoice invoice, XmlOutput xml) {
        this.invoice = invoice;
        this.xml = xml;
    }

    void allowancesAndCharges() {
        allowancesAndCharges(invoice.allowances(), invoice.charges());
    }

    void allowancesAndCharges(List<AllowanceOrCharge> allowances, List<AllowanceOrCharge> charges) {
        allowances.forEach(allowance -> allowanceOrCharge(false, allowance));
        charges.forEach(charge -> allowanceOrCharge(true, charge));
    }

    private void allowanceOrCharge(boolean charge, AllowanceOrCharge each) {
        xml.group("cac:AllowanceCharge", () -> {
            xml.text("cbc:ChargeIndicator", String.valueOf(charge));
            xml.text("cbc:AllowanceChargeReasonCode", each.reasonCode());
            xml.text("cbc:AllowanceChargeReason", each.reason());
            xml.number("cbc:MultiplierFactorNumeric", each.percent());
            xml.amount("cbc:Amount", each.amount());
            xml.amount("cbc:BaseAmount", each.base());
            if (each.vatCategory() != null) {
                category("cac:TaxCategory", each.vatCategory(), each.vatRate(), null, null);
            }
        });
    }

    void vat() {
        InvoiceTotals totals = invoice.totals();
        xml.group("cac:TaxTotal", () -> {
            xml.amount("cbc:TaxAmount", totals.vat());
            invoice.vatBreakdown().forEach(this::subtotal);
        });
        xml.group("cac:TaxTotal", () -> xml.amount("cbc:TaxAmount", totals.vatInAccountingCurrency()));
    }

    private void subtotal(VatBreakdown vat) {
        xml.group("cac:TaxSubtotal", () -> {
            xml.amount("cbc:TaxableAmount", vat.taxable());
            xml.amount("cbc:TaxAmount", vat.tax());
            category("cac:TaxCategory", vat.category(), vat.rate(), vat.exemptionReasonCode(), vat.exemptionReason());
        });
    }

    void category(
            String name,
            @Nullable String category,
            @Nullable BigDecimal rate,
            @Nullable String exemptionCode,
            @Nullable String exemption) {
        xml.group(name, () -> {
            xml.text("cbc:ID", category);
            xml.number("cbc:Percent", rate);
            xml.text("cbc:TaxExemptionReasonCode", exemptionCode);
            xml.text("cbc:TaxExemptionReason", exemption);
            xml.group("cac:TaxScheme", () -> xml.text("cbc:ID", UblParties.VAT));
        });
    }

    void totals() {
        InvoiceTotals totals = invoice.totals();
        xml.group("cac:LegalMonetaryTotal", () -> {
            xml.amount("cbc:LineExtensionAmount", totals.lines());
            xml.amount("cbc:TaxExclusiveAmount", totals.withoutVat());
            xml.amount("cbc:TaxInclusiveAmount", totals.withVat());
            xml.amount("cbc:AllowanceTotalAmount", totals.allowances());
            xml.amount("cbc:ChargeTotalAmount", totals.charges());
            xml.amount("cbc:PrepaidAmount", totals.prepaid());
            xml.amount("cbc:PayableRoundingAmount", totals.rounding());
            xml.amount("cbc:PayableAmount", totals.due());
        });
    }
}
