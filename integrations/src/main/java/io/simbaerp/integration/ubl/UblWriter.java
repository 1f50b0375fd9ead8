package io.simbaerp.integration.ubl;

import io.simbaerp.integration.xml.XmlOutput;
import io.simbaerp.invoice.received.Delivery;
import io.simbaerp.invoice.received.InvoiceNote;
import io.simbaerp.invoice.received.InvoiceReferences;
import io.simbaerp.invoice.received.InvoicingPeriod;
import io.simbaerp.invoice.received.PrecedingInvoice;
import io.simbaerp.invoice.received.ReceivedInvoice;
import io.simbaerp.invoice.received.SupportingDocument;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes an invoice as UBL 2.1, as an Invoice or, if it gives money back, a CreditNote. Every term of EN 16931 is
 * written, so that our reader gets the same invoice back; Polish terms have no place in UBL and are left out.
 */
public final class UblWriter {

    private static final String NAMESPACE = "urn:oasis:names:specification:ubl:schema:xsd:";
    private static final String PROJECT = "50";

    private final ReceivedInvoice invoice;
    private final boolean creditNote;
    private final XmlOutput xml;

    private UblWriter(ReceivedInvoice invoice) {
        this.invoice = invoice;
        this.creditNote = invoice.creditNote();
        String root = creditNote ? "CreditNote" : "Invoice";
        this.xml = new XmlOutput(
                Map.of(
                        "", NAMESPACE + root + "-2",
                        "cac", NAMESPACE + "CommonAggregateComponents-2",
                        "cbc", NAMESPACE + "CommonBasicComponents-2"),
                root);
    }

    /** @throws IllegalArgumentException if the bytes of an attachment are not at hand, or a text can't stand in XML */
    public static byte[] write(ReceivedInvoice invoice) {
        return new UblWriter(invoice).write();
    }

    private byte[] write() {
        header();
        references();
        parties();
        delivery(invoice.delivery());
        new UblPaymentWriter(invoice, xml).write();
        UblAmountWriter amounts = new UblAmountWriter(invoice, xml);
        amounts.allowancesAndCharges();
        amounts.vat();
        amounts.totals();
        new UblLineWriter(creditNote, amounts, xml).write(invoice.lines());
        return xml.finish();
    }

    private void header() {
        xml.text("cbc:CustomizationID", invoice.specification());
        xml.text("cbc:ProfileID", invoice.businessProcess());
        xml.text("cbc:ID", invoice.number());
        xml.date("cbc:IssueDate", invoice.issueDate());
        if (creditNote) {
            xml.date("cbc:TaxPointDate", invoice.taxPointDate());
            xml.text("cbc:CreditNoteTypeCode", invoice.typeCode());
        } else {
            xml.date("cbc:DueDate", invoice.dueDate());
            xml.text("cbc:InvoiceTypeCode", invoice.typeCode());
        }
        for (InvoiceNote note : invoice.notes()) {
            xml.text(
                    "cbc:Note",
                    note.subjectCode() == null ? note.text() : "#" + note.subjectCode() + "#" + note.text());
        }
        if (!creditNote) {
            xml.date("cbc:TaxPointDate", invoice.taxPointDate());
        }
        xml.text("cbc:DocumentCurrencyCode", invoice.currency().code());
        xml.text(
                "cbc:TaxCurrencyCode",
                invoice.vatCurrency() == null ? null : invoice.vatCurrency().code());
        xml.text("cbc:AccountingCost", invoice.references().buyerAccounting());
        xml.text("cbc:BuyerReference", invoice.references().buyerReference());
        period(xml, invoice.period(), invoice.taxPointCode());
    }

    private void references() {
        InvoiceReferences references = invoice.references();
        order(references);
        invoice.precedingInvoices().forEach(this::precedingInvoice);
        reference("cac:DespatchDocumentReference", references.despatchAdvice());
        reference("cac:ReceiptDocumentReference", references.receivingAdvice());
        if (!creditNote) {
            reference("cac:OriginatorDocumentReference", references.tenderOrLot());
        }
        reference("cac:ContractDocumentReference", references.contract());
        additionalDocuments(references);
        if (creditNote) {
            reference("cac:OriginatorDocumentReference", references.tenderOrLot());
        } else {
            reference("cac:ProjectReference", references.project());
        }
    }

    private void precedingInvoice(PrecedingInvoice preceding) {
        xml.group(
                "cac:BillingReference",
                () -> xml.group("cac:InvoiceDocumentReference", () -> {
                    xml.text("cbc:ID", preceding.number());
                    xml.date("cbc:IssueDate", preceding.issueDate());
                }));
    }

    private void order(InvoiceReferences references) {
        xml.group("cac:OrderReference", () -> {
            // UBL has no sales order without a purchase order.
            xml.text(
                    "cbc:ID",
                    references.purchaseOrder() == null && references.salesOrder() != null
                            ? "NA"
                            : references.purchaseOrder());
            xml.text("cbc:SalesOrderID", references.salesOrder());
        });
    }

    private void reference(String name, @Nullable String id) {
        xml.group(name, () -> xml.text("cbc:ID", id));
    }

    private void additionalDocuments(InvoiceReferences references) {
        if (references.invoicedObject() != null) {
            xml.group("cac:AdditionalDocumentReference", () -> {
                UblPartyWriter.identifier(xml, "cbc:ID", references.invoicedObject());
                xml.text("cbc:DocumentTypeCode", UblInvoiceReader.INVOICED_OBJECT);
            });
        }
        if (creditNote && references.project() != null) {
            xml.group("cac:AdditionalDocumentReference", () -> {
                xml.text("cbc:ID", references.project());
                xml.text("cbc:DocumentTypeCode", PROJECT);
            });
        }
        invoice.supportingDocuments().forEach(this::supportingDocument);
    }

    private void supportingDocument(SupportingDocument document) {
        xml.group("cac:AdditionalDocumentReference", () -> {
            xml.text("cbc:ID", document.reference());
            xml.text("cbc:DocumentDescription", document.description());
            xml.group("cac:Attachment", () -> {
                xml.attachment("cbc:EmbeddedDocumentBinaryObject", document.attachment());
                xml.group("cac:ExternalReference", () -> xml.text("cbc:URI", document.location()));
            });
        });
    }

    private void parties() {
        UblPartyWriter parties = new UblPartyWriter(xml);
        parties.seller(invoice.seller(), UblPaymentWriter.creditor(invoice));
        parties.buyer(invoice.buyer());
        if (invoice.payee() != null) {
            parties.payee(invoice.payee());
        }
        if (invoice.taxRepresentative() != null) {
            parties.taxRepresentative(invoice.taxRepresentative());
        }
    }

    private void delivery(@Nullable Delivery delivery) {
        if (delivery == null) {
            return;
        }
        xml.group("cac:Delivery", () -> {
            xml.date("cbc:ActualDeliveryDate", delivery.date());
            xml.group("cac:DeliveryLocation", () -> {
                UblPartyWriter.identifier(xml, "cbc:ID", delivery.location());
                UblPartyWriter.address(xml, "cac:Address", delivery.address());
            });
            xml.group(
                    "cac:DeliveryParty", () -> xml.group("cac:PartyName", () -> xml.text("cbc:Name", delivery.name())));
        });
    }

    static void period(XmlOutput xml, @Nullable InvoicingPeriod period, @Nullable String taxPointCode) {
        xml.group("cac:InvoicePeriod", () -> {
            if (period != null) {
                xml.date("cbc:StartDate", period.start());
                xml.date("cbc:EndDate", period.end());
            }
            xml.text("cbc:DescriptionCode", taxPointCode);
        });
    }
}
