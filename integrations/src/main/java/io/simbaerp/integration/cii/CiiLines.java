package io.simbaerp.integration.cii;

import io.simbaerp.integration.xml.InvoiceTerms;
import io.simbaerp.integration.xml.XmlElement;
import io.simbaerp.invoice.received.Identifier;
import io.simbaerp.invoice.received.InvoiceItem;
import io.simbaerp.invoice.received.InvoiceLine;
import io.simbaerp.invoice.received.InvoiceNote;
import io.simbaerp.money.CurrencyCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The lines of a Cross Industry Invoice. */
final class CiiLines {

    private static final String LINE = "rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem";
    private static final String LINE_TOTAL =
            "ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount";

    private final CiiAmounts amounts;
    private final CurrencyCode currency;

    private CiiLines(CiiAmounts amounts) {
        this.amounts = amounts;
        this.currency = amounts.currency();
    }

    static List<InvoiceLine> read(XmlElement root, CiiAmounts amounts) {
        CiiLines lines = new CiiLines(amounts);
        return root.all(LINE).stream()
                .filter(line -> counts(line, amounts))
                .map(lines::line)
                .toList();
    }

    /** What stands among the lines without being claimed: headings, sums of groups, sentences. */
    static List<InvoiceNote> notes(XmlElement root, CiiAmounts amounts) {
        List<InvoiceNote> notes = new ArrayList<>();
        for (XmlElement line : root.all(LINE)) {
            String text = Stream.of(
                            line.text("ram:SpecifiedTradeProduct/ram:Name"),
                            line.text("ram:AssociatedDocumentLineDocument/ram:IncludedNote/ram:Content"))
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(": "));
            if (!counts(line, amounts) && !text.isEmpty()) {
                notes.add(new InvoiceNote(null, text));
            }
        }
        return notes;
    }

    /**
     * Of a line with lines of its own only those are claimed. ZUGFeRD 1.0 tells lines without an amount, which its
     * simplest profile knows no others of.
     */
    private static boolean counts(XmlElement line, CiiAmounts amounts) {
        String status = line.text("ram:AssociatedDocumentLineDocument/ram:LineStatusReasonCode");
        return (status == null || status.equals("DETAIL")) && (amounts.requiresAll() || line.text(LINE_TOTAL) != null);
    }

    private InvoiceLine line(XmlElement line) {
        XmlElement agreement = line.first("ram:SpecifiedLineTradeAgreement");
        XmlElement settlement = line.first("ram:SpecifiedLineTradeSettlement");
        XmlElement quantity = line.first("ram:SpecifiedLineTradeDelivery/ram:BilledQuantity");
        return new InvoiceLine(
                line.text("ram:AssociatedDocumentLineDocument/ram:LineID"),
                line.text("ram:AssociatedDocumentLineDocument/ram:IncludedNote/ram:Content"),
                invoicedObject(settlement),
                quantity.decimal(),
                quantity.attribute("unitCode"),
                settlement.money("ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount", currency),
                agreement.text("ram:BuyerOrderReferencedDocument/ram:LineID"),
                settlement.text("ram:ReceivableSpecifiedTradeAccountingAccount/ram:ID"),
                CiiInvoiceReader.period(settlement.first("ram:BillingSpecifiedPeriod")),
                amounts.allowances(settlement, false),
                amounts.allowances(settlement, true),
                price(agreement),
                settlement.text("ram:ApplicableTradeTax/ram:CategoryCode"),
                settlement.decimal("ram:ApplicableTradeTax/ram:RateApplicablePercent"),
                item(line.first("ram:SpecifiedTradeProduct")),
                null);
    }

    private static @Nullable Identifier invoicedObject(XmlElement settlement) {
        return settlement.all("ram:AdditionalReferencedDocument").stream()
                .filter(document -> CiiInvoiceReader.INVOICED_OBJECT.equals(document.text("ram:TypeCode")))
                .findFirst()
                .map(CiiInvoiceReader::referenced)
                .orElse(null);
    }

    private InvoiceLine.@Nullable Price price(XmlElement agreement) {
        XmlElement net = agreement.first("ram:NetPriceProductTradePrice");
        XmlElement gross = agreement.first("ram:GrossPriceProductTradePrice");
        if (!net.exists() && !gross.exists()) {
            return null;
        }
        XmlElement netBase = net.first("ram:BasisQuantity");
        XmlElement base = netBase.exists() ? netBase : gross.first("ram:BasisQuantity");
        return new InvoiceLine.Price(
                net.money("ram:ChargeAmount", currency),
                gross.money("ram:AppliedTradeAllowanceCharge/ram:ActualAmount", currency),
                gross.money("ram:ChargeAmount", currency),
                base.decimal(),
                base.attribute("unitCode"));
    }

    private static InvoiceItem item(XmlElement product) {
        return new InvoiceItem(
                product.text("ram:Name"),
                product.text("ram:Description"),
                product.text("ram:SellerAssignedID"),
                product.text("ram:BuyerAssignedID"),
                InvoiceTerms.identifier(product.first("ram:GlobalID")),
                InvoiceTerms.classifications(product.all("ram:DesignatedProductClassification/ram:ClassCode")),
                product.text("ram:OriginTradeCountry/ram:ID"),
                product.all("ram:ApplicableProductCharacteristic").stream()
                        .map(each -> new InvoiceItem.Attribute(each.text("ram:Description"), each.text("ram:Value")))
                        .toList());
    }
}
