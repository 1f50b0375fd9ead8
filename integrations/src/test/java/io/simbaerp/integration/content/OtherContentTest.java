package io.simbaerp.integration.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.document.part.PartDraft;
import io.simbaerp.intake.ReadContent;
import io.simbaerp.intake.ReadContent.EInvoice;
import io.simbaerp.intake.UnreadableContent;
import io.simbaerp.testing.Corpus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not an e-invoice, or one made to harm: recognised by its bytes, or refused quickly and with a reason. */
class OtherContentTest {

    private static final EInvoiceContentReader READER = new EInvoiceContentReader();

    @ParameterizedTest
    @CsvSource({
        "<html><body/></html>, text/html",
        "<!DOCTYPE html><html/>, text/html",
        "<order/>, application/xml",
        "Zażółć gęślą jaźń, text/plain"
    })
    void recognisesOtherContentByItsBytes(String start, String mediaType) {
        assertThat(READER.read(start.getBytes(StandardCharsets.UTF_8), "invoice.xml"))
                .isEqualTo(new ReadContent.Plain(mediaType));
    }

    @Test
    void recognisesPictures() {
        byte[] png = Base64.getDecoder().decode("iVBORw0KGgoAAAANSUhEUg==");
        byte[] jpeg = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0};

        assertThat(READER.read(png, "a").mediaType()).isEqualTo("image/png");
        assertThat(READER.read(jpeg, "a").mediaType()).isEqualTo("image/jpeg");
        assertThat(READER.read(ascii("GIF89a......"), "a").mediaType()).isEqualTo("image/gif");
        assertThat(READER.read(ascii("GIF87a......"), "a").mediaType()).isEqualTo("image/gif");
        assertThat(READER.read(ascii("RIFF\u0001\u0002\u0003\u0000WEBPVP8 "), "a")
                        .mediaType())
                .isEqualTo("image/webp");
        assertThat(READER.read(ascii("RIFF\u0001\u0002\u0003\u0000WAVEfmt "), "a")
                        .mediaType())
                .isEqualTo("application/octet-stream");
        assertThat(READER.read(new byte[] {1, 0, 2, 0, 3}, "a").mediaType()).isEqualTo("application/octet-stream");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void takesAPdfWithoutAnInvoiceAsItIs() {
        assertThat(READER.read(PdfFile.empty(), "invoice.xml")).isEqualTo(new ReadContent.Plain("application/pdf"));
    }

    @Test
    void takesEveryFileOutOfAZipThatKeepsItsFirstPdfAsItIs() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] pdf = PdfFile.empty();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            store(zip, "first.pdf", pdf);
            store(zip, "second.pdf", pdf);
        }

        ReadContent.Container read = (ReadContent.Container) READER.read(bytes.toByteArray(), "scans.pdf");

        assertThat(read.mediaType()).isEqualTo("application/zip");
        assertThat(read.parts()).extracting(PartDraft::fileName).containsExactly("first.pdf", "second.pdf");
        assertThat(read.parts()).allSatisfy(part -> assertThat(part.content()).isEqualTo(pdf));
    }

    private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
    }

    @Test
    void takesEveryFileOutOfAMessageThatCarriesAPdfAsItIs() {
        String message = "From: a@example.org\r\nSubject: Faktury\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: multipart/mixed; boundary=\"m\"\r\n\r\n"
                + eightBit("first.pdf", "%PDF-1.7 one") + eightBit("second.pdf", "%PDF-1.7 two") + "--m--\r\n";

        ReadContent.Container read =
                (ReadContent.Container) READER.read(message.getBytes(StandardCharsets.UTF_8), "mail.pdf");

        assertThat(read.mediaType()).isEqualTo("message/rfc822");
        assertThat(read.parts()).extracting(PartDraft::fileName).containsExactly("first.pdf", "second.pdf");
    }

    private static String eightBit(String name, String content) {
        return "--m\r\nContent-Type: application/pdf; name=" + name + "\r\nContent-Transfer-Encoding: 8bit\r\n"
                + "Content-Disposition: attachment; filename=" + name + "\r\n\r\n" + content + "\r\n";
    }

    @Test
    void readsAnInvoiceThatSpeaksOfAPdf() {
        String spoken = text("complete-ubl.xml").replaceFirst("(?s)(<a:|<b:|<[A-Za-z])", "<!-- %PDF-1.7 -->$1");

        assertThat(read(spoken).format()).isEqualTo("UBL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: application/pdf\r\n\r\n",
                "<br />\n",
                "<br />\n<b>Warning</b>: headers were sent in <b>/print.php</b> on line <b>7</b><br />\n",
                "<?xml version=\"1.0\"?><a/>\n"
            })
    void findsAPdfBehindWhatAServerPutBeforeIt(String before) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(before.getBytes(StandardCharsets.UTF_8));
        bytes.write(PdfFile.empty());

        assertThat(READER.read(bytes.toByteArray(), "x").mediaType()).isEqualTo("application/pdf");
    }

    @Test
    void damagedXmlThatSpeaksOfAPdfIsDamagedXml() {
        refuses("<Invoice><!-- %PDF-1.7 --><a></Invoice>".getBytes(StandardCharsets.UTF_8), "content.malformed");
    }

    @Test
    void refusesADamagedPdf() {
        refuses("%PDF-1.7 x".getBytes(StandardCharsets.UTF_8), "content.pdf-damaged");
    }

    @Test
    void refusesAZipFileWithNothingInIt() {
        refuses("PK\u0003\u0004abc".getBytes(StandardCharsets.UTF_8), "content.zip-empty");
    }

    @Test
    void refusesAnEmptyFile() {
        refuses(new byte[0], "content.empty");
    }

    @Test
    void refusesADamagedFileNamingLineAndColumn() {
        assertThatThrownBy(() -> read("<Invoice>\n<a></b>\n</Invoice>"))
                .isInstanceOfSatisfying(UnreadableContent.class, refusal -> {
                    assertThat(refusal.rule()).isEqualTo("content.malformed");
                    assertThat(refusal.args().subList(0, 2)).isEqualTo(List.of(2, 6));
                });
    }

    @Test
    void refusesBytesThatAreNotTheStatedEncoding() {
        refuses(text("complete-ubl.xml").getBytes(StandardCharsets.ISO_8859_1), "content.wrong-encoding");
    }

    @Test
    void refusesADocumentTypeBeforeItCanDoHarm() {
        String entity = "<?xml version=\"1.0\"?>\n<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>";

        assertThatThrownBy(() -> read(entity)).isInstanceOfSatisfying(UnreadableContent.class, refusal -> {
            assertThat(refusal.rule()).isEqualTo("content.document-type");
            assertThat(refusal.args()).isEqualTo(List.of(2));
        });
    }

    @Test
    void refusesWhatIsTooDeepTooLargeOrTooMuch() {
        refuses(("<a>".repeat(65) + "</a>".repeat(65)).getBytes(StandardCharsets.UTF_8), "content.too-deep");
        refuses(
                ("<a>" + "<b/>".repeat(1_000_001) + "</a>").getBytes(StandardCharsets.UTF_8),
                "content.too-many-elements");
        refuses(("<a>" + " ".repeat(21 * 1024 * 1024) + "</a>").getBytes(StandardCharsets.UTF_8), "content.too-large");
    }

    @Test
    void refusesAFileThatInventsNamesWithoutEnd() {
        StringBuilder names = new StringBuilder("<a>");
        for (int i = 0; i < 1_001; i++) {
            names.append("<n").append(i).append("/>");
        }

        refuses(names.append("</a>").toString().getBytes(StandardCharsets.UTF_8), "content.too-many-names");
    }

    @Test
    void staysQuickOnAnInvoiceMadeToBeSlow() {
        String line =
                text("complete-ubl.xml").replaceAll("(?s).*(<a:InvoiceLine>\\s*<b:ID>2.*</a:InvoiceLine>).*", "$1");
        String vat = text("complete-ubl.xml")
                .replaceAll(
                        "(?s).*(<a:TaxSubtotal><b:TaxableAmount currencyID=\"EUR\">190.*?</a:TaxSubtotal>).*", "$1");
        String slow = text("complete-ubl.xml").replace(line, line.repeat(5_000)).replace(vat, vat.repeat(5_000));

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> refuses(slow.getBytes(StandardCharsets.UTF_8), "content.too-complex"));
    }

    @Test
    void refusesTheHostileFilesOfTheCorpus() {
        Optional<Path> folder = Corpus.folder("adversarial/xml-defusedxml", "refusing 4 hostile XML files");
        if (folder.isPresent()) {
            for (String file : List.of("dtd", "external", "quadratic", "xmlbomb")) {
                byte[] bytes = Corpus.bytes(folder.get().resolve(file + ".xml"));
                Assertions.assertTimeoutPreemptively(
                        Duration.ofSeconds(2), () -> refuses(bytes, "content.document-type"));
            }
            byte[] harmless = Corpus.bytes(folder.get().resolve("simple.xml"));
            assertThat(READER.read(harmless, "simple.xml").mediaType()).isEqualTo("application/xml");
        }
    }

    private static void refuses(byte[] content, String rule) {
        assertThatThrownBy(() -> READER.read(content, "f.xml"))
                .isInstanceOfSatisfying(UnreadableContent.class, refusal -> assertThat(refusal.rule())
                        .isEqualTo(rule));
    }

    private static EInvoice read(String xml) {
        return (EInvoice) READER.read(xml.getBytes(StandardCharsets.UTF_8), "f.xml");
    }

    private static String text(String file) {
        try (InputStream stream = OtherContentTest.class.getResourceAsStream("/e-invoice/" + file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
