package io.simbaerp.integration.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.simbaerp.architecture.Duty;
import io.simbaerp.document.DocumentId;
import io.simbaerp.document.DocumentView;
import io.simbaerp.document.part.Parts;
import io.simbaerp.intake.Receipt;
import io.simbaerp.intake.ReceiveDocument;
import io.simbaerp.intake.Submission;
import io.simbaerp.integration.testing.XmlFacts;
import io.simbaerp.invoice.InvoiceDesk;
import io.simbaerp.testing.Corpus;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.util.HtmlUtils;

/**
 * Whatever format an invoice came in, its page shows it like paper: seller, number, lines and the amount to be paid, as
 * plain paths over the file find them, with the original a tab away. What carries no data is shown as it looks.
 */
@ModuleTest
class ReadableViewModuleTest {

    private static final Pattern DUE = Pattern.compile("class=\"invoice-due\" data-value=\"([^\"]+)\"");
    private static final Pattern LINE = Pattern.compile("id=\"invoice-line-[^\"]+\"");

    private static final List<String> EN16931 = List.of(
            "einvoice-en16931/xrechnung-3.0.2/valid/business-cases/standard/01.01a-INVOICE_ubl.xml",
            "einvoice-en16931/xrechnung-3.0.2/valid/business-cases/standard/01.01a-INVOICE_uncefact.xml",
            "einvoice-en16931/peppol/national-examples/Norwegian-example-1.xml",
            "einvoice-en16931/en16931/examples-ubl/ubl-tc434-creditnote1.xml",
            "zugferd-facturx/corpus/XML-Rechnung/UBL/XRECHNUNG_Einfach.ubl.xml",
            "zugferd-facturx/corpus/XML-Rechnung/CII/EN16931_Einfach_negativePaymentDue.cii.xml",
            "zugferd-facturx/corpus/XML-Rechnung/CII/EN16931_Miete.cii.xml",
            "zugferd-facturx/xml-2.5.2/basic/factur-x-1.xml",
            "zugferd-facturx/xml-2.5.2/extended/factur-x-18.xml");

    private static final List<String> CARRIED = List.of(
            "zugferd-facturx/corpus/ZUGFeRDv1/correct/Intarsys/ZUGFeRD_1p0_BASIC_Einfach.pdf",
            "zugferd-facturx/corpus/ZUGFeRDv1/correct/Intarsys/ZUGFeRD_1p0_EXTENDED_Warenrechnung.pdf",
            "zugferd-facturx/corpus/ZUGFeRDv2/correct/intarsys/BASIC/zugferd_2p0_BASIC_Taxifahrt.pdf",
            "zugferd-facturx/corpus/ZUGFeRDv2/correct/intarsys/EN16931/zugferd_2p0_EN16931_Rechnungskorrektur.pdf",
            "zugferd-facturx/corpus/ZUGFeRDv2/correct/intarsys/EXTENDED/zugferd_2p0_EXTENDED_Fremdwaehrung.pdf",
            "zugferd-facturx/corpus/ZUGFeRDv2/correct/FNFE-factur-x-examples/Avoir_FR_type381_BASIC.pdf",
            "zugferd-facturx/corpus/ZUGFeRDv2/correct/FNFE-factur-x-examples/Facture_DOM_BASICWL.pdf",
            "zugferd-facturx/corpus/ZUGFeRDv2/correct/symtrax/Beispiele/MINIMUM/zugferd_2p1_MINIMUM_Rechnung.pdf",
            "zugferd-facturx/corpus/XML-Rechnung/FX/EN16931_Einfach.pdf",
            "zugferd-facturx/corpus/XML-Rechnung/FX/XRECHNUNG_Einfach.pdf");

    private static final String FA = "poland-ksef/samples-fa3-official/FA_3_Przyklad_01.xml";

    @Autowired
    WebApplicationContext context;

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    ReceiveDocument receiveDocument;

    @Autowired
    Parts parts;

    private TestCompany company;
    private TestReader reader;

    @BeforeEach
    void setUp() {
        InvoiceDesk desk = new InvoiceDesk();
        beans.autowireBean(desk);
        company = desk.company();
        MockMvc pages = MockMvcBuilders.webAppContextSetup(context).build();
        reader = TestReader.of(pages, company, UUID.randomUUID(), EnumSet.allOf(Duty.class));
    }

    static Stream<Arguments> invoices() {
        return Stream.of(
                        EN16931.stream(),
                        CARRIED.stream(),
                        structured("poland-ksef/samples-fa2-official"),
                        structured("poland-ksef/samples-fa3-official"))
                .flatMap(each -> each)
                .map(Arguments::of);
    }

    /** Every official sample of a version: all kinds of structured invoices are among them. */
    private static Stream<String> structured(String folder) {
        return Corpus.folder("poland-ksef", "readable views of " + folder).stream()
                .flatMap(corpus -> Corpus.xmlFiles(corpus.getParent().resolve(folder)).stream())
                .map(file -> file.getFileName().toString())
                .filter(name -> name.startsWith("FA_"))
                .map(name -> folder + "/" + name);
    }

    @ParameterizedTest
    @MethodSource("invoices")
    void showsSellerNumberLinesAndAmountOfEveryFormat(String file) throws IOException {
        byte[] content = bytes(file);
        if (content.length > 0) {
            DocumentId document = received(content, file);
            XmlFacts stated = XmlFacts.of(file.endsWith(".pdf") ? carried(content) : content);
            assertThat(stated.seller()).as("seller in " + file).isNotEmpty();

            showsLikePaper(document, stated, "en");
            showsLikePaper(document, stated, "pl");
            assertThat(page(document, "original", "en"))
                    .as("original of " + file)
                    .contains(file.endsWith(".pdf") ? "data-pdf-file" : "class=\"source xml\"");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zugferd-facturx/mustang/MustangGnuaccountingBeispielRE-20201121_508blankoA3.pdf",
                "scanned-ocr/invoice2data/coolblue1.pdf",
                "scanned-ocr/sroie-receipts/img/000.jpg"
            })
    void whatCarriesNoDataIsShownAsItLooks(String file) throws IOException {
        byte[] content = bytes(file);
        if (content.length > 0) {
            DocumentId document = received(content, file);

            assertThat(page(document, "original", "en"))
                    .contains(file.endsWith(".pdf") ? "data-pdf-file" : "/documents/" + document.value() + "/picture");
            assertThat(page(document, "facts", "en")).doesNotContain("tab=reading");
            if (!file.endsWith(".pdf")) {
                assertThat(reader.ask(get("/documents/" + document.value() + "/picture"))
                                .getContentAsByteArray())
                        .isNotEmpty();
            }
        }
    }

    @Test
    void membersOfAZipAreShownEachInItsOwnFormat() throws IOException {
        Map<String, byte[]> members = members();
        if (members.values().stream().allMatch(content -> content.length > 0)) {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(packed)) {
                for (Map.Entry<String, byte[]> member : members.entrySet()) {
                    zip.putNextEntry(new ZipEntry(member.getKey()));
                    zip.write(member.getValue());
                }
            }
            showsEachMember(received(packed.toByteArray(), "invoices.zip"), members);
        }
    }

    @Test
    void attachmentsOfAMessageAreShownEachInItsOwnFormat() throws IOException {
        Map<String, byte[]> members = members();
        if (members.values().stream().allMatch(content -> content.length > 0)) {
            StringBuilder message =
                    new StringBuilder("From: a@example.org\r\nTo: b@example.org\r\nSubject: Invoices\r\n"
                            + "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
                            + "--x\r\nContent-Type: text/plain\r\n\r\nHello\r\n");
            members.forEach((name, content) -> message.append("--x\r\nContent-Type: application/octet-stream\r\n"
                            + "Content-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=" + name
                            + "\r\n\r\n")
                    .append(Base64.getMimeEncoder().encodeToString(content))
                    .append("\r\n"));
            byte[] mail = message.append("--x--\r\n").toString().getBytes(StandardCharsets.UTF_8);
            showsEachMember(received(mail, "invoices.eml"), members);
        }
    }

    private void showsEachMember(DocumentId container, Map<String, byte[]> members) throws IOException {
        List<DocumentView> inside = company.as(() -> parts.of(container));
        assertThat(inside).extracting(DocumentView::fileName).containsExactlyInAnyOrderElementsOf(members.keySet());
        for (DocumentView part : inside) {
            byte[] content = members.get(part.fileName());
            showsLikePaper(part.id(), XmlFacts.of(part.fileName().endsWith(".pdf") ? carried(content) : content), "en");
        }
    }

    private static Map<String, byte[]> members() {
        return Map.of(
                "ubl.xml", bytes(EN16931.get(0)),
                "cii.xml", bytes(EN16931.get(6)),
                "fa.xml", bytes(FA),
                "carried.pdf", bytes(CARRIED.get(2)));
    }

    private void showsLikePaper(DocumentId document, XmlFacts stated, String language) {
        String page = HtmlUtils.htmlUnescape(page(document, "reading", language));
        assertThat(page).contains("data-place=\"seller\"", stated.seller(), "data-value=\"" + stated.number() + "\"");
        assertThat(stated.names()).allSatisfy(name -> assertThat(page).contains(name));
        assertThat(LINE.matcher(page).results()).hasSizeGreaterThanOrEqualTo(stated.lines());
        Matcher due = DUE.matcher(page);
        assertThat(due.find()).isTrue();
        assertThat(new BigDecimal(due.group(1)))
                .isEqualByComparingTo(stated.due().or(stated::asked).orElseThrow());
    }

    private String page(DocumentId document, String tab, String language) {
        return reader.page(get("/documents/" + document.value()).param("tab", tab), language);
    }

    private DocumentId received(byte[] content, String file) {
        String name = Path.of(file).getFileName().toString();
        Receipt receipt = company.as(() -> receiveDocument.receive(
                new Submission(content, name, "application/octet-stream", "upload", null, null, null)));
        return receipt.id();
    }

    /** The one XML file inside, taken out by the PDF library alone. */
    private static byte[] carried(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (PDComplexFileSpecification file : document.getDocumentCatalog()
                    .getNames()
                    .getEmbeddedFiles()
                    .getNames()
                    .values()) {
                if (file.getFilename().endsWith(".xml")) {
                    return file.getEmbeddedFile().toByteArray();
                }
            }
        }
        throw new IllegalArgumentException("no invoice inside");
    }

    /** Nothing outside CI when the corpus is missing; the output says so. */
    private static byte[] bytes(String file) {
        Path folder =
                Corpus.folder(file.split("/")[0], "readable view of " + file).orElse(null);
        return folder == null ? new byte[0] : Corpus.bytes(folder.getParent().resolve(file));
    }
}
