package io.simbaerp.story;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes small UBL invoices that obey the rules of EN 16931, for stories. Amounts follow from the lines. */
public final class InvoiceXml {

    private record Line(String name, BigDecimal net, String rate) {}

    private final String number;
    private final List<Line> lines = new ArrayList<>();
    private String issueDate = "2026-11-16";
    private String account = "PL61109010140000071219812874";
    private String note = "";
    private String currency = "PLN";
    private String supplierName = "Transwolta Logistyka Sp. z o.o.";
    private String supplierTaxId = "9990011222";
    private String buyerTaxId = "9990045672";
    private boolean creditNote;
    private String typeCode = "380";
    private String preceding = "";

    private InvoiceXml(String number) {
        this.number = number;
    }

    public static InvoiceXml numbered(String number) {
        return new InvoiceXml(number);
    }

    public InvoiceXml line(String name, String net, String rate) {
        lines.add(new Line(name, new BigDecimal(net), rate));
        return this;
    }

    public InvoiceXml issued(String date) {
        issueDate = date;
        return this;
    }

    public InvoiceXml in(String code) {
        currency = code;
        return this;
    }

    public InvoiceXml from(String name, String taxId) {
        supplierName = name;
        supplierTaxId = taxId;
        return this;
    }

    public InvoiceXml to(String taxId) {
        buyerTaxId = taxId;
        return this;
    }

    /** Where the money is wanted. */
    public InvoiceXml account(String iban) {
        account = iban;
        return this;
    }

    /** Free text of the invoice (BT-22). */
    public InvoiceXml note(String text) {
        note = text;
        return this;
    }

    /** With another type code (UNTDID 1001) than an ordinary invoice has. */
    public InvoiceXml typed(String code) {
        typeCode = code;
        return this;
    }

    /** Names the invoice it corrects (BG-3). */
    public InvoiceXml corrects(String original, String day) {
        preceding = "<cac:BillingReference><cac:InvoiceDocumentReference>" + element("ID", original)
                + element("IssueDate", day) + "</cac:InvoiceDocumentReference></cac:BillingReference>\n";
        return this;
    }

    public InvoiceXml creditNote() {
        creditNote = true;
        return this;
    }

    public String number() {
        return number;
    }

    public byte[] bytes() {
        return xml().getBytes(StandardCharsets.UTF_8);
    }

    private String xml() {
        String kind = creditNote ? "CreditNote" : "Invoice";
        StringBuilder xml = new StringBuilder();
        xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<")
                .append(kind)
                .append(" xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:")
                .append(kind)
                .append("-2\"\n"
                        + " xmlns:cac=\"urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2\"\n")
                .append(" xmlns:cbc=\"urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2\">\n")
                .append("<cbc:CustomizationID>urn:cen.eu:en16931:2017</cbc:CustomizationID>\n")
                .append(element("ID", number))
                .append(element("IssueDate", issueDate));
        if (!creditNote) {
            xml.append(element("DueDate", "2026-12-16"));
        }
        xml.append(element(kind + "TypeCode", creditNote ? "381" : typeCode))
                .append(note.isEmpty() ? "" : element("Note", note))
                .append(element("DocumentCurrencyCode", currency))
                .append(preceding)
                .append(party("AccountingSupplierParty", supplierName, supplierTaxId))
                .append(party("AccountingCustomerParty", "Korabia Handel Sp. z o.o.", buyerTaxId))
                .append("<cac:PaymentMeans>")
                .append(element("PaymentMeansCode", "30"))
                .append("<cac:PayeeFinancialAccount>")
                .append(element("ID", account))
                .append("</cac:PayeeFinancialAccount></cac:PaymentMeans>\n");
        totals(xml);
        for (int index = 0; index < lines.size(); index++) {
            line(xml, index + 1, lines.get(index));
        }
        return xml.append("</").append(kind).append(">\n").toString();
    }

    private void totals(StringBuilder xml) {
        BigDecimal net = BigDecimal.ZERO;
        BigDecimal tax = BigDecimal.ZERO;
        StringBuilder breakdown = new StringBuilder();
        for (String rate : lines.stream().map(Line::rate).distinct().toList()) {
            BigDecimal base = lines.stream()
                    .filter(line -> line.rate().equals(rate))
                    .map(Line::net)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal vat =
                    base.multiply(new BigDecimal(rate)).movePointLeft(2).setScale(2, RoundingMode.HALF_UP);
            net = net.add(base);
            tax = tax.add(vat);
            breakdown
                    .append("<cac:TaxSubtotal>")
                    .append(amount("TaxableAmount", base))
                    .append(amount("TaxAmount", vat))
                    .append(category("TaxCategory", rate))
                    .append("</cac:TaxSubtotal>\n");
        }
        BigDecimal gross = net.add(tax);
        xml.append("<cac:TaxTotal>")
                .append(amount("TaxAmount", tax))
                .append(breakdown)
                .append("</cac:TaxTotal>\n<cac:LegalMonetaryTotal>")
                .append(amount("LineExtensionAmount", net))
                .append(amount("TaxExclusiveAmount", net))
                .append(amount("TaxInclusiveAmount", gross))
                .append(amount("PayableAmount", gross))
                .append("</cac:LegalMonetaryTotal>\n");
    }

    private void line(StringBuilder xml, int index, Line line) {
        String element = creditNote ? "CreditNoteLine" : "InvoiceLine";
        xml.append("<cac:").append(element).append('>').append(element("ID", String.valueOf(index)));
        String quantity = creditNote ? "CreditedQuantity" : "InvoicedQuantity";
        xml.append("<cbc:")
                .append(quantity)
                .append(" unitCode=\"C62\">" + (line.net().signum() < 0 ? -1 : 1) + "</cbc:")
                .append(quantity)
                .append('>')
                .append(amount("LineExtensionAmount", line.net()))
                .append("<cac:Item>")
                .append(element("Name", line.name()))
                .append(category("ClassifiedTaxCategory", line.rate()))
                .append("</cac:Item><cac:Price>")
                .append(amount("PriceAmount", line.net().abs()))
                .append("</cac:Price></cac:")
                .append(element)
                .append(">\n");
    }

    private static String category(String element, String rate) {
        return "<cac:" + element + ">" + element("ID", "S") + element("Percent", rate) + "<cac:TaxScheme>"
                + element("ID", "VAT") + "</cac:TaxScheme></cac:" + element + ">";
    }

    private static String party(String role, String name, String taxId) {
        return "<cac:" + role + "><cac:Party><cac:PostalAddress>" + element("StreetName", "ul. Składowa 14")
                + element("CityName", "Gdynia") + element("PostalZone", "81-300") + "<cac:Country>"
                + element("IdentificationCode", "PL") + "</cac:Country></cac:PostalAddress><cac:PartyTaxScheme>"
                + element("CompanyID", "PL" + taxId) + "<cac:TaxScheme>" + element("ID", "VAT")
                + "</cac:TaxScheme></cac:PartyTaxScheme><cac:PartyLegalEntity>" + element("RegistrationName", name)
                + "</cac:PartyLegalEntity></cac:Party></cac:" + role + ">\n";
    }

    private String amount(String element, BigDecimal value) {
        return "<cbc:" + element + " currencyID=\"" + currency + "\">"
                + value.setScale(2).toPlainString() + "</cbc:" + element + ">";
    }

    private static String element(String name, String value) {
        return "<cbc:" + name + ">" + value + "</cbc:" + name + ">";
    }
}
