package io.simbaerp.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file to measure with.
 *
 * @param root the root element's local name
 */
record InvoiceFile(String name, String root, byte[] bytes) {

    private static final String[][] SETS = {
        {"en16931/examples-ubl.expected.csv", "en16931/examples-ubl"},
        {"en16931/examples-cii.expected.csv", "en16931/examples-cii"},
        {"en16931/testfiles-se-bis3.expected.csv", "en16931/testfiles-se-bis3"},
        {"peppol/examples.expected.csv", "peppol/examples"},
        {"xrechnung-3.0.2/valid.expected.csv", "xrechnung-3.0.2/valid"},
    };

    /** How many of all files are generated; they come first. */
    static final int GENERATED = 2;

    /** What is measured: two generated invoices, of 10 and of 1,000 lines, then the corpus if it is here. */
    static List<InvoiceFile> all() throws IOException {
        List<InvoiceFile> files = new ArrayList<>(List.of(generated(10), generated(1_000)));
        files.addAll(ofCorpus());
        return files;
    }

    /** Every valid invoice of the corpus of real files; empty if the corpus is not here. */
    private static List<InvoiceFile> ofCorpus() throws IOException {
        List<InvoiceFile> files = new ArrayList<>();
        Path corpus = corpus().resolve("einvoice-en16931");
        if (!Files.isDirectory(corpus)) {
            return files;
        }
        for (String[] set : SETS) {
            List<String> rows = Files.readAllLines(corpus.resolve(set[0]));
            for (String row : rows.subList(1, rows.size())) {
                String[] cells = row.split(",", -1);
                byte[] bytes = Files.readAllBytes(corpus.resolve(set[1]).resolve(cells[0]));
                files.add(new InvoiceFile(cells[0], cells[1], bytes));
            }
        }
        return files;
    }

    /** A valid UBL invoice with as many lines as asked for, two VAT rates. */
    private static InvoiceFile generated(int lines) {
        StringBuilder xml = new StringBuilder(HEAD);
        int reduced = lines / 2;
        int standard = lines - reduced;
        xml.append(vat(standard, reduced));
        for (int i = 1; i <= lines; i++) {
            xml.append(LINE.replace("{number}", String.valueOf(i)).replace("{rate}", i <= standard ? "23" : "8"));
        }
        xml.append("</Invoice>");
        return new InvoiceFile(
                lines + " lines", "Invoice", xml.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Path corpus() {
        String named = System.getenv("SIMBA_CORPUS");
        if (named != null && !named.isBlank()) {
            return Path.of(named);
        }
        Path start = Path.of(System.getProperty("simba.root", "")).toAbsolutePath();
        for (Path at = start; at != null; at = at.getParent()) {
            Path beside = at.resolve("shared").resolve("corpus");
            if (Files.isDirectory(beside)) {
                return beside;
            }
        }
        return start.resolve("corpus");
    }

    private static String vat(int standard, int reduced) {
        long net = 100L * (standard + reduced);
        long tax = 23L * standard + 8L * reduced;
        StringBuilder xml = new StringBuilder("<cac:TaxTotal>" + amount("TaxAmount", tax));
        xml.append(subtotal(standard, 23));
        if (reduced > 0) {
            xml.append(subtotal(reduced, 8));
        }
        return xml + "</cac:TaxTotal><cac:LegalMonetaryTotal>" + amount("LineExtensionAmount", net)
                + amount("TaxExclusiveAmount", net) + amount("TaxInclusiveAmount", net + tax)
                + amount("PayableAmount", net + tax) + "</cac:LegalMonetaryTotal>";
    }

    private static String subtotal(int lines, int rate) {
        return "<cac:TaxSubtotal>" + amount("TaxableAmount", 100L * lines) + amount("TaxAmount", (long) rate * lines)
                + "<cac:TaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>" + rate + "</cbc:Percent>"
                + "<cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:TaxCategory></cac:TaxSubtotal>";
    }

    private static String amount(String element, long whole) {
        return "<cbc:" + element + " currencyID=\"PLN\">" + whole + ".00</cbc:" + element + ">";
    }

    private static final String HEAD =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
                xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
                xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
              <cbc:CustomizationID>urn:cen.eu:en16931:2017</cbc:CustomizationID>
              <cbc:ID>FV/1/2026</cbc:ID>
              <cbc:IssueDate>2026-11-02</cbc:IssueDate>
              <cbc:DueDate>2026-11-16</cbc:DueDate>
              <cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>
              <cbc:DocumentCurrencyCode>PLN</cbc:DocumentCurrencyCode>
              <cac:AccountingSupplierParty><cac:Party>
                <cac:PostalAddress><cac:Country><cbc:IdentificationCode>PL</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
                <cac:PartyTaxScheme><cbc:CompanyID>PL5260250274</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>
                <cac:PartyLegalEntity><cbc:RegistrationName>Dostawca Sp. z o.o.</cbc:RegistrationName></cac:PartyLegalEntity>
              </cac:Party></cac:AccountingSupplierParty>
              <cac:AccountingCustomerParty><cac:Party>
                <cac:PostalAddress><cac:Country><cbc:IdentificationCode>PL</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
                <cac:PartyLegalEntity><cbc:RegistrationName>Nabywca S.A.</cbc:RegistrationName></cac:PartyLegalEntity>
              </cac:Party></cac:AccountingCustomerParty>
            """;

    private static final String LINE =
            """
              <cac:InvoiceLine>
                <cbc:ID>{number}</cbc:ID>
                <cbc:InvoicedQuantity unitCode="C62">2</cbc:InvoicedQuantity>
                <cbc:LineExtensionAmount currencyID="PLN">100.00</cbc:LineExtensionAmount>
                <cac:Item>
                  <cbc:Name>Papier A4, karton {number}</cbc:Name>
                  <cac:SellersItemIdentification><cbc:ID>P-{number}</cbc:ID></cac:SellersItemIdentification>
                  <cac:ClassifiedTaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>{rate}</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:ClassifiedTaxCategory>
                </cac:Item>
                <cac:Price><cbc:PriceAmount currencyID="PLN">50.00</cbc:PriceAmount></cac:Price>
              </cac:InvoiceLine>
            """;
}
