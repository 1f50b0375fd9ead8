package io.simbaerp.integration.cii;

import io.simbaerp.integration.xml.XmlOutput;
import io.simbaerp.invoice.received.Delivery;
import io.simbaerp.invoice.received.Identifier;
import io.simbaerp.invoice.received.InvoiceNote;
import io.simbaerp.invoice.received.InvoiceReferences;
import io.simbaerp.invoice.received.InvoicingPeriod;
import io.simbaerp.invoice.received.ReceivedInvoice;
import io.simbaerp.invoice.received.SupportingDocument;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes an invoice or credit note as a Cross Industry Invoice D16B. Every term of EN 16931 is written, so that our
 * reader gets the same invoice back; Polish terms have no place there and are left out.
 */
public final class CiiWriter {

    private static final String NAMESPACE = "urn:un:unece:uncefact:data:standard:";
    private static final String ATTACHED = "916";

    private final ReceivedInvoice invoice;
    private final XmlOutput xml;

    private CiiWriter(ReceivedInvoice invoice) {
        this.invoice = invoice;
        this.xml = new XmlOutput(
                Map.of(
                        "rsm", NAMESPACE + "CrossIndustryInvoice:100",
                        "ram", NAMESPACE + "ReusableAggregateBusinessInformationEntity:100",
                        "udt", NAMESPACE + "UnqualifiedDataType:100",
                        "qdt", NAMESPACE + "QualifiedDataType:100"),
                "rsm:CrossIndustryInvoice");
    }

    /** @throws IllegalArgumentException if the bytes of an attachment are not at hand, or a text can't stand in XML */
    public static byte[] write(ReceivedInvoice invoice) {
        return new CiiWriter(invoice).write();
    }

    private byte[] write() {
        xml.requiredGroup("rsm:ExchangedDocumentContext", () -> {
            id("ram:BusinessProcessSpecifiedDocumentContextParameter", invoice.businessProcess());
            id("ram:GuidelineSpecifiedDocumentContextParameter", invoice.specification());
        });
        xml.requiredGroup("rsm:ExchangedDocument", this::document);
        xml.requiredGroup("rsm:SupplyChainTradeTransaction", () -> {
            CiiAmountWriter amounts = new CiiAmountWriter(invoice, xml);
            new CiiLineWriter(amounts, xml).write(invoice.lines());
            xml.requiredGroup("ram:ApplicableHeaderTradeAgreement", this::agreement);
            xml.requiredGroup("ram:ApplicableHeaderTradeDelivery", this::delivery);
            xml.requiredGroup("ram:ApplicableHeaderTradeSettlement", () -> settlement(amounts));
        });
        return xml.finish();
    }

    private void document() {
        xml.text("ram:ID", invoice.number());
        xml.text("ram:TypeCode", invoice.typeCode());
        dateTime(xml, "ram:IssueDateTime", invoice.issueDate());
        for (InvoiceNote note : invoice.notes()) {
            xml.group("ram:IncludedNote", () -> {
                xml.text("ram:Content", note.text());
                xml.text("ram:SubjectCode", note.subjectCode());
            });
        }
    }

    private void agreement() {
        InvoiceReferences references = invoice.references();
        CiiPartyWriter parties = new CiiPartyWriter(xml);
        xml.text("ram:BuyerReference", references.buyerReference());
        parties.seller(invoice.seller());
        parties.buyer(invoice.buyer());
        if (invoice.taxRepresentative() != null) {
            parties.taxRepresentative(invoice.taxRepresentative());
        }
        assigned("ram:SellerOrderReferencedDocument", references.salesOrder());
        assigned("ram:BuyerOrderReferencedDocument", references.purchaseOrder());
        assigned("ram:ContractReferencedDocument", references.contract());
        if (references.tenderOrLot() != null) {
            xml.group("ram:AdditionalReferencedDocument", () -> {
                xml.text("ram:IssuerAssignedID", references.tenderOrLot());
                xml.text("ram:TypeCode", CiiInvoiceReader.TENDER_OR_LOT);
            });
        }
        invoicedObject(xml, references.invoicedObject());
        invoice.supportingDocuments().forEach(this::supportingDocument);
        if (references.project() != null) {
            xml.group("ram:SpecifiedProcuringProject", () -> {
                xml.text("ram:ID", references.project());
                xml.text("ram:Name", references.project());
            });
        }
    }

    private void supportingDocument(SupportingDocument document) {
        xml.group("ram:AdditionalReferencedDocument", () -> {
            xml.text("ram:IssuerAssignedID", document.reference());
            xml.text("ram:URIID", document.location());
            xml.text("ram:TypeCode", ATTACHED);
            xml.text("ram:Name", document.description());
            xml.attachment("ram:AttachmentBinaryObject", document.attachment());
        });
    }

    private void delivery() {
        Delivery delivery = invoice.delivery();
        if (delivery != null) {
            new CiiPartyWriter(xml).shipTo(delivery);
            xml.group(
                    "ram:ActualDeliverySupplyChainEvent",
                    () -> dateTime(xml, "ram:OccurrenceDateTime", delivery.date()));
        }
        assigned("ram:DespatchAdviceReferencedDocument", invoice.references().despatchAdvice());
        assigned("ram:ReceivingAdviceReferencedDocument", invoice.references().receivingAdvice());
    }

    private void settlement(CiiAmountWriter amounts) {
        CiiPaymentWriter payment = new CiiPaymentWriter(invoice, xml);
        payment.references();
        xml.text(
                "ram:TaxCurrencyCode",
                invoice.vatCurrency() == null ? null : invoice.vatCurrency().code());
        xml.text("ram:InvoiceCurrencyCode", invoice.currency().code());
        if (invoice.payee() != null) {
            new CiiPartyWriter(xml).payee(invoice.payee());
        }
        payment.means();
        amounts.vat();
        period(xml, invoice.period());
        amounts.allowancesAndCharges();
        payment.terms();
        amounts.totals();
        invoice.precedingInvoices()
                .forEach(preceding -> xml.group("ram:InvoiceReferencedDocument", () -> {
                    xml.text("ram:IssuerAssignedID", preceding.number());
                    xml.group(
                            "ram:FormattedIssueDateTime", () -> date(xml, "qdt:DateTimeString", preceding.issueDate()));
                }));
        id("ram:ReceivableSpecifiedTradeAccountingAccount", invoice.references().buyerAccounting());
    }

    private void assigned(String name, @Nullable String id) {
        xml.group(name, () -> xml.text("ram:IssuerAssignedID", id));
    }

    private void id(String name, @Nullable String id) {
        xml.group(name, () -> xml.text("ram:ID", id));
    }

    /** BT-18, BT-128: what the invoice is about, such as a meter. */
    static void invoicedObject(XmlOutput xml, @Nullable Identifier object) {
        if (object != null) {
            xml.group("ram:AdditionalReferencedDocument", () -> {
                xml.text("ram:IssuerAssignedID", object.value());
                xml.text("ram:TypeCode", CiiInvoiceReader.INVOICED_OBJECT);
                xml.text("ram:ReferenceTypeCode", object.scheme());
            });
        }
    }

    static void period(XmlOutput xml, @Nullable InvoicingPeriod period) {
        if (period != null) {
            xml.group("ram:BillingSpecifiedPeriod", () -> {
                dateTime(xml, "ram:StartDateTime", period.start());
                dateTime(xml, "ram:EndDateTime", period.end());
            });
        }
    }

    static void dateTime(XmlOutput xml, String name, @Nullable LocalDate date) {
        xml.group(name, () -> date(xml, "udt:DateTimeString", date));
    }

    /** A date as CII writes it: format 102 of UNTDID 2379, without separators. */
    static void date(XmlOutput xml, String name, @Nullable LocalDate date) {
        if (date != null) {
            xml.text(name, Objects.requireNonNull(DateTimeFormatter.BASIC_ISO_DATE.format(date)), "format", "102");
        }
    }
}
