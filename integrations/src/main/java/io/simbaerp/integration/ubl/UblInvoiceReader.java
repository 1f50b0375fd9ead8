package io.simbaerp.integration.ubl;

import io.simbaerp.integration.xml.InvoiceTerms;
import io.simbaerp.integration.xml.ReadingProblems;
import io.simbaerp.integration.xml.XmlElement;
import io.simbaerp.integration.xml.XmlNames;
import io.simbaerp.invoice.received.Delivery;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sf.saxon.om.NodeInfo;
import org.jspecify.annotations.Nullable;

/** Reads a UBL 2.1 Invoice or CreditNote. */
public final class UblInvoiceReader {

    static final String INVOICED_OBJECT = "130";
    private static final String PROJECT = "50";

    private static final XmlNames NAMES = new XmlNames(Map.of(
            "cac", "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2",
            "cbc", "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"));

    /** In UBL a note's subject code stands in its text: {@code #AAI#General information}. */
    private static final Pattern NOTE_WITH_SUBJECT = Pattern.compile("#([A-Z]{3})#(.*)", Pattern.DOTALL);

    private final XmlElement root;
    private final boolean creditNote;
    private final CurrencyCode currency;

    private UblInvoiceReader(XmlElement root) {
        this.root = root;
        this.creditNote = root.name().equals("CreditNote");
        this.currency =
                Objects.requireNonNullElse(root.currency("cbc:DocumentCurrencyCode"), ReceivedInvoice.NO_CURRENCY);
    }

    /**
     * @param rootElement element {@code Invoice} or {@code CreditNote}
     * @param problems takes what could not be read
     */
    public static ReceivedInvoice read(NodeInfo rootElement, ReadingProblems problems) {
        return new UblInvoiceReader(new XmlElement(rootElement, NAMES, problems)).read();
    }

    private ReceivedInvoice read() {
        CurrencyCode vatCurrency = root.currency("cbc:TaxCurrencyCode");
        UblAmounts amounts = new UblAmounts(root, currency);
        return new ReceivedInvoice(
                creditNote || TypeCodes.isCreditNote(typeCode()),
                root.text("cbc:ID"),
                root.date("cbc:IssueDate"),
                typeCode(),
                currency,
                vatCurrency,
                root.date("cbc:TaxPointDate"),
                root.text("cac:InvoicePeriod/cbc:DescriptionCode"),
                dueDate(),
                references(),
                root.text("cac:PaymentTerms/cbc:Note"),
                notes(),
                root.text("cbc:ProfileID"),
                root.text("cbc:CustomizationID"),
                precedingInvoices(),
                UblParties.seller(root.first("cac:AccountingSupplierParty/cac:Party")),
                UblParties.buyer(root.first("cac:AccountingCustomerParty/cac:Party")),
                UblParties.payee(root.first("cac:PayeeParty")),
                UblParties.taxRepresentative(root.first("cac:TaxRepresentativeParty")),
                delivery(root.first("cac:Delivery")),
                period(root.first("cac:InvoicePeriod")),
                UblPayment.read(root),
                amounts.allowances(root, false),
                amounts.allowances(root, true),
                amounts.totals(vatCurrency),
                amounts.vatBreakdown(),
                supportingDocuments(),
                UblLines.read(root, creditNote, amounts),
                null);
    }

    private @Nullable String typeCode() {
        return root.text(creditNote ? "cbc:CreditNoteTypeCode" : "cbc:InvoiceTypeCode");
    }

    /** In a credit note the due date stands with the payment means. */
    private @Nullable LocalDate dueDate() {
        LocalDate date = root.date("cbc:DueDate");
        return date != null ? date : root.date("cac:PaymentMeans/cbc:PaymentDueDate");
    }

    private InvoiceReferences references() {
        String project = root.text("cac:ProjectReference/cbc:ID");
        return new InvoiceReferences(
                root.text("cbc:BuyerReference"),
                project != null ? project : additionalDocument(PROJECT).text("cbc:ID"),
                root.text("cac:ContractDocumentReference/cbc:ID"),
                root.text("cac:OrderReference/cbc:ID"),
                root.text("cac:OrderReference/cbc:SalesOrderID"),
                root.text("cac:ReceiptDocumentReference/cbc:ID"),
                root.text("cac:DespatchDocumentReference/cbc:ID"),
                root.text("cac:OriginatorDocumentReference/cbc:ID"),
                InvoiceTerms.identifier(additionalDocument(INVOICED_OBJECT).first("cbc:ID")),
                root.text("cbc:AccountingCost"));
    }

    private XmlElement additionalDocument(String typeCode) {
        return root.all("cac:AdditionalDocumentReference").stream()
                .filter(document -> typeCode.equals(document.text("cbc:DocumentTypeCode")))
                .findFirst()
                .orElseGet(root::absent);
    }

    private List<InvoiceNote> notes() {
        List<InvoiceNote> notes = new ArrayList<>();
        for (XmlElement element : root.all("cbc:Note")) {
            String text = element.text();
            if (text != null) {
                Matcher subject = NOTE_WITH_SUBJECT.matcher(text);
                notes.add(
                        subject.matches()
                                ? new InvoiceNote(
                                        subject.group(1), subject.group(2).strip())
                                : new InvoiceNote(null, text));
            }
        }
        return notes;
    }

    private List<PrecedingInvoice> precedingInvoices() {
        List<PrecedingInvoice> preceding = new ArrayList<>();
        List<XmlElement> references = new ArrayList<>(root.all("cac:BillingReference/cac:InvoiceDocumentReference"));
        references.addAll(root.all("cac:BillingReference/cac:CreditNoteDocumentReference"));
        for (XmlElement reference : references) {
            String number = reference.text("cbc:ID");
            if (number != null) {
                preceding.add(new PrecedingInvoice(number, reference.date("cbc:IssueDate")));
            }
        }
        return preceding;
    }

    private static @Nullable Delivery delivery(XmlElement delivery) {
        if (!delivery.exists()) {
            return null;
        }
        return new Delivery(
                delivery.text("cac:DeliveryParty/cac:PartyName/cbc:Name"),
                InvoiceTerms.identifier(delivery.first("cac:DeliveryLocation/cbc:ID")),
                delivery.date("cbc:ActualDeliveryDate"),
                UblParties.address(delivery.first("cac:DeliveryLocation/cac:Address")));
    }

    static @Nullable InvoicingPeriod period(XmlElement period) {
        return InvoiceTerms.period(period.date("cbc:StartDate"), period.date("cbc:EndDate"));
    }

    private List<SupportingDocument> supportingDocuments() {
        return root.all("cac:AdditionalDocumentReference").stream()
                .filter(document -> !INVOICED_OBJECT.equals(document.text("cbc:DocumentTypeCode")))
                .filter(document -> !PROJECT.equals(document.text("cbc:DocumentTypeCode")))
                .map(UblInvoiceReader::supportingDocument)
                .toList();
    }

    private static SupportingDocument supportingDocument(XmlElement document) {
        return new SupportingDocument(
                document.text("cbc:ID"),
                document.text("cbc:DocumentDescription"),
                document.text("cac:Attachment/cac:ExternalReference/cbc:URI"),
                InvoiceTerms.attachment(document.first("cac:Attachment/cbc:EmbeddedDocumentBinaryObject")));
    }
}
