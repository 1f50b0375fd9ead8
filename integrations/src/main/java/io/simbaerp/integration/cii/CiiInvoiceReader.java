package io.simbaerp.integration.cii;

import io.simbaerp.integration.xml.InvoiceTerms;
import io.simbaerp.integration.xml.ReadingProblems;
import io.simbaerp.integration.xml.XmlElement;
import io.simbaerp.integration.xml.XmlNames;
import io.simbaerp.invoice.received.Delivery;
import io.simbaerp.invoice.received.Identifier;
import io.simbaerp.invoice.received.InvoiceNote;
import io.simbaerp.invoice.received.InvoiceReferences;
import io.simbaerp.invoice.received.InvoicingPeriod;
import io.simbaerp.invoice.received.PrecedingInvoice;
import io.simbaerp.invoice.received.ReceivedInvoice;
import io.simbaerp.invoice.received.SupportingDocument;
import io.simbaerp.invoice.received.TypeCodes;
import io.simbaerp.money.CurrencyCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.sf.saxon.om.NodeInfo;
import org.jspecify.annotations.Nullable;

/** Reads a Cross Industry Invoice D16B, and the one of ZUGFeRD 1.0 it grew out of. */
public final class CiiInvoiceReader {

    static final String INVOICED_OBJECT = "130";
    static final String TENDER_OR_LOT = "50";

    private static final XmlNames NAMES = new XmlNames(Map.of(
            "rsm", "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100",
            "ram", "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100",
            "udt", "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100",
            "qdt", "urn:un:unece:uncefact:data:standard:QualifiedDataType:100"));

    /** ZUGFeRD 1.0 stands on earlier drafts: the same tree with other words for some of its elements. */
    private static final XmlNames ZUGFERD_1_NAMES = new XmlNames(
            Map.of(
                    "rsm", "urn:ferd:CrossIndustryDocument:invoice:1p0",
                    "ram", "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:12",
                    "udt", "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:15",
                    "qdt", "urn:un:unece:uncefact:data:standard:QualifiedDataType:12"),
            Map.ofEntries(
                    Map.entry("rsm:ExchangedDocumentContext", "rsm:SpecifiedExchangedDocumentContext"),
                    Map.entry("rsm:ExchangedDocument", "rsm:HeaderExchangedDocument"),
                    Map.entry("rsm:SupplyChainTradeTransaction", "rsm:SpecifiedSupplyChainTradeTransaction"),
                    Map.entry("ram:ApplicableHeaderTradeAgreement", "ram:ApplicableSupplyChainTradeAgreement"),
                    Map.entry("ram:ApplicableHeaderTradeDelivery", "ram:ApplicableSupplyChainTradeDelivery"),
                    Map.entry("ram:ApplicableHeaderTradeSettlement", "ram:ApplicableSupplyChainTradeSettlement"),
                    Map.entry("ram:SpecifiedLineTradeAgreement", "ram:SpecifiedSupplyChainTradeAgreement"),
                    Map.entry("ram:SpecifiedLineTradeDelivery", "ram:SpecifiedSupplyChainTradeDelivery"),
                    Map.entry("ram:SpecifiedLineTradeSettlement", "ram:SpecifiedSupplyChainTradeSettlement"),
                    Map.entry(
                            "ram:SpecifiedTradeSettlementHeaderMonetarySummation",
                            "ram:SpecifiedTradeSettlementMonetarySummation"),
                    Map.entry(
                            "ram:SpecifiedTradeSettlementLineMonetarySummation",
                            "ram:SpecifiedTradeSettlementMonetarySummation"),
                    Map.entry("ram:RateApplicablePercent", "ram:ApplicablePercent"),
                    Map.entry("ram:IssuerAssignedID", "ram:ID"),
                    Map.entry("ram:FormattedIssueDateTime", "ram:IssueDateTime"),
                    Map.entry("qdt:DateTimeString", "")));

    /** CII states BT-8 in UNTDID 2475; the standard's own list is UNTDID 2005. */
    static final Map<String, String> TAX_POINT_CODES = Map.of("5", "3", "29", "35", "72", "432");

    private final boolean requiresAll;
    private final XmlElement root;
    private final XmlElement document;
    private final XmlElement agreement;
    private final XmlElement delivery;
    private final XmlElement settlement;
    private final CurrencyCode currency;

    private CiiInvoiceReader(XmlElement root, boolean requiresAll) {
        this.requiresAll = requiresAll;
        this.root = root;
        this.document = root.first("rsm:ExchangedDocument");
        XmlElement transaction = root.first("rsm:SupplyChainTradeTransaction");
        this.agreement = transaction.first("ram:ApplicableHeaderTradeAgreement");
        this.delivery = transaction.first("ram:ApplicableHeaderTradeDelivery");
        this.settlement = transaction.first("ram:ApplicableHeaderTradeSettlement");
        this.currency =
                Objects.requireNonNullElse(settlement.currency("ram:InvoiceCurrencyCode"), ReceivedInvoice.NO_CURRENCY);
    }

    /**
     * @param rootElement element {@code CrossIndustryInvoice}
     * @param problems takes what could not be read
     */
    public static ReceivedInvoice read(NodeInfo rootElement, ReadingProblems problems) {
        return new CiiInvoiceReader(new XmlElement(rootElement, NAMES, problems), true).read();
    }

    /** @param rootElement element {@code CrossIndustryDocument} */
    public static ReceivedInvoice readZugferd1(NodeInfo rootElement, ReadingProblems problems) {
        return new CiiInvoiceReader(new XmlElement(rootElement, ZUGFERD_1_NAMES, problems), false).read();
    }

    private ReceivedInvoice read() {
        CurrencyCode vatCurrency = settlement.currency("ram:TaxCurrencyCode");
        CiiAmounts amounts = new CiiAmounts(settlement, currency, requiresAll);
        return new ReceivedInvoice(
                TypeCodes.isCreditNote(typeCode()),
                document.text("ram:ID"),
                document.date("ram:IssueDateTime/udt:DateTimeString"),
                typeCode(),
                currency,
                vatCurrency,
                settlement.date("ram:ApplicableTradeTax/ram:TaxPointDate/udt:DateString"),
                taxPointCode(),
                settlement.date("ram:SpecifiedTradePaymentTerms/ram:DueDateDateTime/udt:DateTimeString"),
                references(),
                settlement.text("ram:SpecifiedTradePaymentTerms/ram:Description"),
                notes(amounts),
                context("ram:BusinessProcessSpecifiedDocumentContextParameter/ram:ID"),
                context("ram:GuidelineSpecifiedDocumentContextParameter/ram:ID"),
                precedingInvoices(),
                CiiParties.seller(agreement.first("ram:SellerTradeParty")),
                CiiParties.buyer(agreement.first("ram:BuyerTradeParty")),
                CiiParties.payee(settlement.first("ram:PayeeTradeParty")),
                CiiParties.taxRepresentative(agreement.first("ram:SellerTaxRepresentativeTradeParty")),
                delivery(),
                period(settlement.first("ram:BillingSpecifiedPeriod")),
                CiiPayment.read(settlement),
                amounts.allowances(settlement, false),
                amounts.allowances(settlement, true),
                amounts.totals(vatCurrency),
                amounts.vatBreakdown(),
                supportingDocuments(),
                CiiLines.read(root, amounts),
                null);
    }

    private @Nullable String typeCode() {
        return document.text("ram:TypeCode");
    }

    private @Nullable String context(String path) {
        return root.first("rsm:ExchangedDocumentContext").text(path);
    }

    private @Nullable String taxPointCode() {
        String code = settlement.text("ram:ApplicableTradeTax/ram:DueDateTypeCode");
        return code == null ? null : TAX_POINT_CODES.getOrDefault(code, code);
    }

    private InvoiceReferences references() {
        return new InvoiceReferences(
                agreement.text("ram:BuyerReference"),
                agreement.text("ram:SpecifiedProcuringProject/ram:ID"),
                agreement.text("ram:ContractReferencedDocument/ram:IssuerAssignedID"),
                agreement.text("ram:BuyerOrderReferencedDocument/ram:IssuerAssignedID"),
                agreement.text("ram:SellerOrderReferencedDocument/ram:IssuerAssignedID"),
                delivery.text("ram:ReceivingAdviceReferencedDocument/ram:IssuerAssignedID"),
                delivery.text("ram:DespatchAdviceReferencedDocument/ram:IssuerAssignedID"),
                additionalDocument(TENDER_OR_LOT).text("ram:IssuerAssignedID"),
                referenced(additionalDocument(INVOICED_OBJECT)),
                settlement.text("ram:ReceivableSpecifiedTradeAccountingAccount/ram:ID"));
    }

    private XmlElement additionalDocument(String typeCode) {
        return agreement.all("ram:AdditionalReferencedDocument").stream()
                .filter(each -> typeCode.equals(each.text("ram:TypeCode")))
                .findFirst()
                .orElseGet(root::absent);
    }

    /** BT-18, BT-128: the scheme stands in an element of its own. */
    static @Nullable Identifier referenced(XmlElement reference) {
        String value = reference.text("ram:IssuerAssignedID");
        return value == null ? null : Identifier.of(value, reference.text("ram:ReferenceTypeCode"));
    }

    private List<InvoiceNote> notes(CiiAmounts amounts) {
        List<InvoiceNote> notes = new ArrayList<>();
        for (XmlElement note : document.all("ram:IncludedNote")) {
            String text = note.text("ram:Content");
            if (text != null) {
                notes.add(new InvoiceNote(note.text("ram:SubjectCode"), text));
            }
        }
        notes.addAll(CiiLines.notes(root, amounts));
        return notes;
    }

    private List<PrecedingInvoice> precedingInvoices() {
        List<PrecedingInvoice> preceding = new ArrayList<>();
        for (XmlElement reference : settlement.all("ram:InvoiceReferencedDocument")) {
            String number = reference.text("ram:IssuerAssignedID");
            if (number != null) {
                preceding.add(
                        new PrecedingInvoice(number, reference.date("ram:FormattedIssueDateTime/qdt:DateTimeString")));
            }
        }
        return preceding;
    }

    private @Nullable Delivery delivery() {
        XmlElement shipTo = delivery.first("ram:ShipToTradeParty");
        LocalDate date = delivery.date("ram:ActualDeliverySupplyChainEvent/ram:OccurrenceDateTime/udt:DateTimeString");
        Delivery said = new Delivery(
                shipTo.text("ram:Name"),
                CiiParties.identifiers(shipTo).stream().findFirst().orElse(null),
                date,
                CiiParties.address(shipTo.first("ram:PostalTradeAddress")));
        return said.equals(new Delivery(null, null, null, null)) ? null : said;
    }

    static @Nullable InvoicingPeriod period(XmlElement period) {
        return InvoiceTerms.period(
                period.date("ram:StartDateTime/udt:DateTimeString"), period.date("ram:EndDateTime/udt:DateTimeString"));
    }

    private List<SupportingDocument> supportingDocuments() {
        return agreement.all("ram:AdditionalReferencedDocument").stream()
                .filter(each -> !INVOICED_OBJECT.equals(each.text("ram:TypeCode")))
                .filter(each -> !TENDER_OR_LOT.equals(each.text("ram:TypeCode")))
                .map(CiiInvoiceReader::supportingDocument)
                .toList();
    }

    private static SupportingDocument supportingDocument(XmlElement document) {
        return new SupportingDocument(
                document.text("ram:IssuerAssignedID"),
                document.text("ram:Name"),
                document.text("ram:URIID"),
                InvoiceTerms.attachment(document.first("ram:AttachmentBinaryObject")));
    }
}
