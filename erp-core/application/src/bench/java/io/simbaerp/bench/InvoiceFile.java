package io.simbaerp.bench;

import io.simbaerp.integration.pdf.EmbeddedFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A file to measure with.
 *
 * @param set what it is measured with: generated, EN 16931, Peppol, XRechnung, Factur-X, KSeF, PDF, ZIP or e-mail
 * @param root the root element's local name
 * @param specification BT-24
 * @param xml the invoice itself: the file, or what lies in the PDF, the ZIP file or the message
 */
record InvoiceFile(String set, String name, String root, String specification, byte[] xml, byte[] bytes) {

    private static final Pattern SPECIFICATION = Pattern.compile(
            "CustomizationID[^>]*>\\s*([^<]*?)\\s*<|GuidelineSpecifiedDocumentContextParameter>\\s*<[^>]*>\\s*([^<]*?)\\s*<");

    /** Name, list of files and folder of each set. */
    private static final String[][] SETS = {
        {"EN 16931", "einvoice-en16931/en16931/examples-ubl.expected.csv", "einvoice-en16931/en16931/examples-ubl"},
        {"EN 16931", "einvoice-en16931/en16931/examples-cii.expected.csv", "einvoice-en16931/en16931/examples-cii"},
        {
            "Peppol",
            "einvoice-en16931/en16931/testfiles-se-bis3.expected.csv",
            "einvoice-en16931/en16931/testfiles-se-bis3"
        },
        {"Peppol", "einvoice-en16931/peppol/examples.expected.csv", "einvoice-en16931/peppol/examples"},
        {"XRechnung", "einvoice-en16931/xrechnung-3.0.2/valid.expected.csv", "einvoice-en16931/xrechnung-3.0.2/valid"},
        {"Factur-X", "zugferd-facturx/xml-2.5.2.expected.csv", "zugferd-facturx/xml-2.5.2"},
    };

    /** The PDFs whose invoice follows a specification both sides have rules for; for ZUGFeRD 1 the peer has none. */
    private static final String[] PDFS = {
        "zugferd-facturx/corpus/XML-Rechnung/FX",
        "zugferd-facturx/corpus/ZUGFeRDv2/correct/intarsys/EN16931",
        "zugferd-facturx/corpus/ZUGFeRDv2/correct/symtrax/Beispiele/EN16931"
    };

    /** The official samples of structured invoices, of every kind. */
    private static final String[] KSEF = {
        "poland-ksef/samples-fa2-official", "poland-ksef/samples-fa3-official"
    };

    private static final int PACKED_EVERY = 16;

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
        Path corpus = corpus();
        if (!Files.isDirectory(corpus.resolve("einvoice-en16931"))) {
            return files;
        }
        for (String[] set : SETS) {
            List<String> rows = Files.readAllLines(corpus.resolve(set[1]));
            for (String row : rows.subList(1, rows.size())) {
                String[] cells = row.split(",", -1);
                byte[] bytes = Files.readAllBytes(corpus.resolve(set[2]).resolve(cells[0]));
                files.add(of(set[0], cells[0], cells[1], bytes, bytes));
            }
        }
        for (String folder : KSEF) {
            files.addAll(structured(corpus.resolve(folder)));
        }
        for (String folder : PDFS) {
            files.addAll(pdfs(corpus.resolve(folder)));
        }
        files.addAll(packed(files));
        return files;
    }

    private static List<InvoiceFile> structured(Path folder) throws IOException {
        List<InvoiceFile> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.filter(each -> each.getFileName().toString().startsWith("FA_")).sorted().toList()) {
                byte[] bytes = Files.readAllBytes(file);
                String version = file.getFileName().toString().startsWith("FA_2") ? "FA(2)" : "FA(3)";
                files.add(new InvoiceFile("KSeF", file.getFileName().toString(), "Faktura", version, bytes, bytes));
            }
        }
        return files;
    }

    /** One of so many of every set, in a ZIP file and in a message. */
    private static List<InvoiceFile> packed(List<InvoiceFile> files) throws IOException {
        List<InvoiceFile> zipped = new ArrayList<>();
        List<InvoiceFile> sent = new ArrayList<>();
        for (int at = 0; at < files.size(); at += PACKED_EVERY) {
            zipped.add(files.get(at).packed("ZIP", zip(files.get(at))));
            sent.add(files.get(at).packed("e-mail", message(files.get(at))));
        }
        zipped.addAll(sent);
        return zipped;
    }

    private InvoiceFile packed(String container, byte[] whole) {
        return new InvoiceFile(container, name, root, specification, xml, whole);
    }

    private static byte[] zip(InvoiceFile inside) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("invoice.xml"));
            zip.write(inside.xml);
        }
        return bytes.toByteArray();
    }

    private static byte[] message(InvoiceFile inside) {
        return ("""
                From: a@example.org
                To: b@example.org
                Subject: Invoice
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=x

                --x
                Content-Type: text/plain

                Attached.
                --x
                Content-Type: application/octet-stream
                Content-Transfer-Encoding: base64
                Content-Disposition: attachment; filename=invoice.xml

                """.replace("\n", "\r\n") + Base64.getMimeEncoder().encodeToString(inside.xml) + "\r\n--x--\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static List<InvoiceFile> pdfs(Path folder) throws IOException {
        List<InvoiceFile> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.filter(each -> each.toString().endsWith(".pdf")).sorted().toList()) {
                byte[] pdf = Files.readAllBytes(file);
                files.add(of(
                        "PDF",
                        file.getFileName().toString(),
                        "CrossIndustryInvoice",
                        EmbeddedFiles.of(pdf).get(0).content(),
                        pdf));
            }
        }
        return files;
    }

    private static InvoiceFile of(String set, String name, String root, byte[] xml, byte[] bytes) {
        Matcher found = SPECIFICATION.matcher(new String(xml, StandardCharsets.UTF_8));
        String claims = !found.find() ? "" : found.group(1) != null ? found.group(1) : found.group(2);
        return new InvoiceFile(set, name, root, claims, xml, bytes);
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
        byte[] bytes = xml.toString().getBytes(StandardCharsets.UTF_8);
        return of("generated", lines + " lines", "Invoice", bytes, bytes);
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
