package io.simbaerp.integration.cii;

import io.simbaerp.integration.xml.XmlOutput;
import io.simbaerp.invoice.received.Identifier;
import io.simbaerp.invoice.received.InvoiceItem;
import io.simbaerp.invoice.received.InvoiceLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the lines of a Cross Industry Invoice. */
final class CiiLineWriter {

    private final CiiAmountWriter amounts;
    private final XmlOutput xml;

    CiiLineWriter(CiiAmountWriter amounts, XmlOutput xml) {
        this.amounts = amounts;
        this.xml = xml;
    }

    void write(List<InvoiceLine> lines) {
        lines.forEach(line -> xml.group("ram:IncludedSupplyChainTradeLineItem", () -> line(line)));
    }

    private void line(InvoiceLine line) {
        xml.group("ram:AssociatedDocumentLineDocument", () -> {
            xml.text("ram:LineID", line.number());
            xml.group("ram:IncludedNote", () -> xml.text("ram:Content", line.note()));
        });
        xml.group("ram:SpecifiedTradeProduct", () -> product(line.item()));
        xml.requiredGroup("ram:SpecifiedLineTradeAgreement", () -> {
            xml.group("ram:BuyerOrderReferencedDocument", () -> xml.text("ram:LineID", line.purchaseOrderLine()));
            price(line.price());
        });
        xml.requiredGroup(
                "ram:SpecifiedLineTradeDelivery",
                () -> xml.number("ram:BilledQuantity", line.quantity(), "unitCode", line.unit()));
        xml.requiredGroup("ram:SpecifiedLineTradeSettlement", () -> settlement(line));
    }

    private void product(InvoiceItem item) {
        Identifier standard = item.standardIdentifier();
        if (standard != null) {
            xml.text("ram:GlobalID", standard.value(), "schemeID", standard.scheme());
        }
        xml.text("ram:SellerAssignedID", item.sellerIdentifier());
        xml.text("ram:BuyerAssignedID", item.buyerIdentifier());
        xml.text("ram:Name", item.name());
        xml.text("ram:Description", item.description());
        for (InvoiceItem.Attribute attribute : item.attributes()) {
            xml.group("ram:ApplicableProductCharacteristic", () -> {
                xml.text("ram:Description", attribute.name());
                xml.text("ram:Value", attribute.value());
            });
        }
        for (Identifier code : item.classifications()) {
            xml.group(
                    "ram:DesignatedProductClassification",
                    () -> xml.text(
                            "ram:ClassCode", code.value(), "listID", code.scheme(), "listVersionID", code.version()));
        }
        xml.group("ram:OriginTradeCountry", () -> xml.text("ram:ID", item.originCountry()));
    }

    private void price(InvoiceLine.@Nullable Price price) {
        if (price == null) {
            return;
        }
        if (price.gross() != null) {
            xml.group("ram:GrossPriceProductTradePrice", () -> {
                xml.bareAmount("ram:ChargeAmount", price.gross());
                xml.number("ram:BasisQuantity", price.baseQuantity(), "unitCode", price.baseUnit());
                if (price.discount() != null) {
                    xml.group("ram:AppliedTradeAllowanceCharge", () -> {
                        amounts.indicator(false);
                        xml.bareAmount("ram:ActualAmount", price.discount());
                    });
                }
            });
        }
        xml.group("ram:NetPriceProductTradePrice", () -> {
            xml.bareAmount("ram:ChargeAmount", price.net());
            xml.number("ram:BasisQuantity", price.baseQuantity(), "unitCode", price.baseUnit());
        });
    }

    private void settlement(InvoiceLine line) {
        if (line.vatCategory() != null) {
            amounts.category("ram:ApplicableTradeTax", line.vatCategory(), line.vatRate());
        }
        CiiWriter.period(xml, line.period());
        amounts.allowancesAndCharges(line.allowances(), line.charges());
        xml.group(
                "ram:SpecifiedTradeSettlementLineMonetarySummation",
                () -> xml.bareAmount("ram:LineTotalAmount", line.net()));
        CiiWriter.invoicedObject(xml, line.invoicedObject());
        xml.group("ram:ReceivableSpecifiedTradeAccountingAccount", () -> xml.text("ram:ID", line.buyerAccounting()));
    }
}
