package io.simbaerp.integration.ubl;

import io.simbaerp.integration.xml.InvoiceTerms;
import io.simbaerp.integration.xml.XmlElement;
import io.simbaerp.invoice.received.Identifier;
import io.simbaerp.invoice.received.InvoiceItem;
import io.simbaerp.invoice.received.InvoiceLine;
import io.simbaerp.money.CurrencyCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of a UBL invoice or credit note. */
final class UblLines {

    private final boolean creditNote;
    private final UblAmounts amounts;
    private final CurrencyCode currency;

    private UblLines(boolean creditNote, UblAmounts amounts) {
        this.creditNote = creditNote;
        this.amounts = amounts;
        this.currency = amounts.currency();
    }

    static List<InvoiceLine> read(XmlElement root, boolean creditNote, UblAmounts amounts) {
        UblLines lines = new UblLines(creditNote, amounts);
        return root.all(creditNote ? "cac:CreditNoteLine" : "cac:InvoiceLine").stream()
                .map(lines::line)
                .toList();
    }

    private InvoiceLine line(XmlElement line) {
        XmlElement quantity = line.first(creditNote ? "cbc:CreditedQuantity" : "cbc:InvoicedQuantity");
        XmlElement item = line.first("cac:Item");
        return new InvoiceLine(
                line.text("cbc:ID"),
                line.text("cbc:Note"),
                invoicedObject(line),
                quantity.decimal(),
                quantity.attribute("unitCode"),
                line.money("cbc:LineExtensionAmount", currency),
                line.text("cac:OrderLineReference/cbc:LineID"),
                line.text("cbc:AccountingCost"),
                UblInvoiceReader.period(line.first("cac:InvoicePeriod")),
                amounts.allowances(line, false),
                amounts.allowances(line, true),
                price(line.first("cac:Price")),
                item.text("cac:ClassifiedTaxCategory/cbc:ID"),
                item.decimal("cac:ClassifiedTaxCategory/cbc:Percent"),
                item(item),
                null);
    }

    private static @Nullable Identifier invoicedObject(XmlElement line) {
        return line.all("cac:DocumentReference").stream()
                .filter(document -> UblInvoiceReader.INVOICED_OBJECT.equals(document.text("cbc:DocumentTypeCode")))
                .findFirst()
                .map(document -> InvoiceTerms.identifier(document.first("cbc:ID")))
                .orElse(null);
    }

    private InvoiceLine.@Nullable Price price(XmlElement price) {
        if (!price.exists()) {
            return null;
        }
        XmlElement base = price.first("cbc:BaseQuantity");
        return new InvoiceLine.Price(
                price.money("cbc:PriceAmount", currency),
                price.money("cac:AllowanceCharge/cbc:Amount", currency),
                price.money("cac:AllowanceCharge/cbc:BaseAmount", currency),
                base.decimal(),
                base.attribute("unitCode"));
    }

    private static InvoiceItem item(XmlElement item) {
        return new InvoiceItem(
                item.text("cbc:Name"),
                item.text("cbc:Description"),
                item.text("cac:SellersItemIdentification/cbc:ID"),
                item.text("cac:BuyersItemIdentification/cbc:ID"),
                InvoiceTerms.identifier(item.first("cac:StandardItemIdentification/cbc:ID")),
                InvoiceTerms.classifications(item.all("cac:CommodityClassification/cbc:ItemClassificationCode")),
                item.text("cac:OriginCountry/cbc:IdentificationCode"),
                item.all("cac:AdditionalItemProperty").stream()
                        .map(each -> new InvoiceItem.Attribute(each.text("cbc:Name"), each.text("cbc:Value")))
                        .toList());
    }
}
