package io.simbaerp.integration.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.document.Finding;
import io.simbaerp.intake.ReadContent;
import io.simbaerp.intake.ReadContent.EInvoice;
import io.simbaerp.testing.Corpus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is recognised and says in words why it is read no further, or judged by fewer rules than it claims. */
class KnownButNotReadTest {

    private static final EInvoiceContentReader READER = new EInvoiceContentReader();
    private static final String CII = """
            <rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"
              xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100">
              <rsm:ExchangedDocumentContext><ram:GuidelineSpecifiedDocumentContextParameter><ram:ID>%s</ram:ID>
              </ram:GuidelineSpecifiedDocumentContextParameter></rsm:ExchangedDocumentContext>
              <rsm:ExchangedDocument><ram:ID>FV/1</ram:ID><ram:TypeCode>380</ram:TypeCode></rsm:ExchangedDocument>
            </rsm:CrossIndustryInvoice>""";
    private static final String STANDARD = "urn:cen.eu:en16931:2017";
    private static final String PEPPOL = "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0";

    @ParameterizedTest
    @ValueSource(strings = {"http://crd.gov.pl/wzor/2026/03/06/14189/", "http://crd.gov.pl/wzor/2027/01/01/99999/"})
    void anInvoiceOfAFlatRateFarmerIsKeptWithTheReason(String namespace) {
        String xml = """
                <Faktura xmlns="%s"><Naglowek><KodFormularza kodSystemowy="FA_RR (1)" wersjaSchemy="1-1E">FA_RR</KodFormularza>
                </Naglowek><FakturaRR/></Faktura>""".formatted(namespace);
        assertThat(rules(READER.read(bytes(xml), "rr.xml"))).containsExactly("not-posted.flat-rate-farmer");
    }

    @Test
    void theMinistrysOwnExampleOfOneIsRecognised() throws IOException {
        Optional<Path> folder = Corpus.folder("poland-ksef", "VAT RR");
        if (folder.isPresent()) {
            byte[] content =
                    Files.readAllBytes(folder.get().resolve("templates-ksef-client-java/invoice-template-fa-rr-1.xml"));
            assertThat(rules(READER.read(content, "rr.xml"))).containsExactly("not-posted.flat-rate-farmer");
        }
    }

    @Test
    void anotherFormOfTheMinistryIsPlainWithoutAWord() {
        String xml = """
                <Faktura xmlns="http://crd.gov.pl/wzor/2029/01/01/1/"><Naglowek><KodFormularza kodSystemowy="FA (9)"/>
                </Naglowek></Faktura>""";
        assertThat(READER.read(bytes(xml), "x.xml")).isEqualTo(new ReadContent.Plain("application/xml"));
    }

    @Test
    void aPdfThatOpensWithAPasswordAloneIsKeptWithTheReason() {
        byte[] locked =
                encrypted(PdfFile.carrying(Map.of("factur-x.xml", bytes(CII.formatted(STANDARD)))), "secret", 256);
        ReadContent read = READER.read(locked, "locked.pdf");
        assertThat(read.mediaType()).isEqualTo("application/pdf");
        assertThat(rules(read)).containsExactly("SIMBA-LOCKED-PDF");
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 128, 256})
    void aPdfThatOpensWithoutAPasswordGivesItsInvoice(int keyLength) {
        byte[] open =
                encrypted(PdfFile.carrying(Map.of("factur-x.xml", bytes(CII.formatted(STANDARD)))), "", keyLength);
        assertThat(READER.read(open, "open.pdf")).isInstanceOfSatisfying(EInvoice.class, invoice -> assertThat(
                        invoice.invoice().number())
                .isEqualTo("FV/1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Encrypt", "/#45#6ecr#79pt", "/Encryp#74", "/#45#6e#63#72#79#70#74"})
    void aDamagedLockedPdfIsNeverAnErrorHoweverItSaysSo(String name) {
        byte[] locked = encrypted(PdfFile.empty(), "secret", 128);
        byte[] cut = new String(locked, StandardCharsets.ISO_8859_1)
                .replace("/Filter /Standard", "/Filter /Strange_")
                .replace("/Encrypt", name)
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(rules(READER.read(cut, "locked.pdf"))).containsExactly("SIMBA-LOCKED-PDF");
    }

    @Test
    void peppolInTheOtherSyntaxSaysThatOnlyTheStandardsRulesJudgedIt() {
        EInvoice peppol = (EInvoice) READER.read(bytes(CII.formatted(PEPPOL)), "peppol.xml");
        EInvoice standard = (EInvoice) READER.read(bytes(CII.formatted(STANDARD)), "standard.xml");
        assertThat(peppol.findings()).extracting(Finding::rule).contains("SIMBA-PEPPOL-CII", "BR-16");
        assertThat(standard.findings())
                .extracting(Finding::rule)
                .contains("BR-16")
                .doesNotContain("SIMBA-PEPPOL-CII");
    }

    private static List<String> rules(ReadContent read) {
        return ((ReadContent.Plain) read).findings().stream().map(Finding::rule).toList();
    }

    private static byte[] encrypted(byte[] pdf, String password, int keyLength) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            StandardProtectionPolicy policy = new StandardProtectionPolicy("owner", password, new AccessPermission());
            policy.setEncryptionKeyLength(keyLength);
            document.protect(policy);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
