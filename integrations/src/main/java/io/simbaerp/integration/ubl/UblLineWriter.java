package io.simbaerp.integration.ubl;

import io.simbaerp.integration.xml.XmlOutput;
import io.simbaerp.invoice.received.Identifier;
import io.simbaerp.invoice.received.InvoiceItem;
import io.simbaerp.invoice.received.InvoiceLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the lines of a UBL invoice or credit note. */
final class UblLineWriter {

    private final boolean creditNote;
    private final UblAmountWriter amounts;
    private final XmlOutput xml;

    UblLineWriter(boolean creditNote, UblAmountWriter amounts, XmlOutput xml) {
        this.creditNote = creditNote;
        this.amounts = amounts;
        this.xml = xml;
    }

    void write(List<InvoiceLine> lines) {
        lines.forEach(line -> xml.group(creditNote ? "cac:CreditNoteLine" : "cac:InvoiceLine", () -> line(line)));
    }

    private void line(InvoiceLine line) {
        xml.text("cbc:ID", line.number());
        xml.text("cbc:Note", line.note());
        xml.number(
                creditNote ? "cbc:CreditedQuantity" : "cbc:InvoicedQuantity", line.quantity(), "unitCode", line.unit());
        xml.amount("cbc:LineExtensionAmount", line.net());
        xml.text("cbc:AccountingCost", line.buyerAccounting());
        UblWriter.period(xml, line.period(), null);
        xml.group("cac:OrderLineReference", () -> xml.text("cbc:LineID", line.purchaseOrderLine()));
        if (line.invoicedObject() != null) {
            xml.group("cac:DocumentReference", () -> {
                UblPartyWriter.identifier(xml, "cbc:ID", line.invoicedObject());
                xml.text("cbc:DocumentTypeCode", UblInvoiceReader.INVOICED_OBJECT);
            });
        }
        amounts.allowancesAndCharges(line.allowances(), line.charges());
        xml.group("cac:Item", () -> item(line));
        price(line.price());
    }

    private void item(InvoiceLine line) {
        InvoiceItem item = line.item();
        xml.text("cbc:Description", item.description());
        xml.text("cbc:Name", item.name());
        xml.group("cac:BuyersItemIdentification", () -> xml.text("cbc:ID", item.buyerIdentifier()));
        xml.group("cac:SellersItemIdentification", () -> xml.text("cbc:ID", item.sellerIdentifier()));
        xml.group(
                "cac:StandardItemIdentification",
                () -> UblPartyWriter.identifier(xml, "cbc:ID", item.standardIdentifier()));
        xml.group("cac:OriginCountry", () -> xml.text("cbc:IdentificationCode", item.originCountry()));
        item.classifications().forEach(this::classification);
        if (line.vatCategory() != null) {
            amounts.category("cac:ClassifiedTaxCategory", line.vatCategory(), line.vatRate(), null, null);
        }
        for (InvoiceItem.Attribute attribute : item.attributes()) {
            xml.group("cac:AdditionalItemProperty", () -> {
                xml.text("cbc:Name", attribute.name());
                xml.text("cbc:Value", attribute.value());
            });
        }
    }

    private void classification(Identifier code) {
        xml.group(
                "cac:CommodityClassification",
                () -> xml.text(
                        "cbc:ItemClassificationCode",
                        code.value(),
                        "listID",
                        code.scheme(),
                        "listVersionID",
                        code.version()));
    }

    private void price(InvoiceLine.@Nullable Price price) {
        if (price == null) {
            return;
        }
        xml.group("cac:Price", () -> {
            xml.amount("cbc:PriceAmount", price.net());
            xml.number("cbc:BaseQuantity", price.baseQuantity(), "unitCode", price.baseUnit());
            if (price.discount() != null) {
                xml.group("cac:AllowanceCharge", () -> {
                    xml.text("cbc:ChargeIndicator", "false");
                    xml.amount("cbc:Amount", price.discount());
                    xml.amount("cbc:BaseAmount", price.gross());
                });
            }
        });
    }
}
