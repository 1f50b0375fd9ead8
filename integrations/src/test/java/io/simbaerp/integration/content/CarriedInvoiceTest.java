package io.simbaerp.integration.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.document.Finding;
import io.simbaerp.document.attachment.AttachmentDraft;
import io.simbaerp.intake.ReadContent;
import io.simbaerp.intake.ReadContent.EInvoice;
import io.simbaerp.intake.UnreadableContent;
import io.simbaerp.testing.Corpus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Invoices inside a PDF: found by content, read like any other, and nothing that could do harm. */
class CarriedInvoiceTest {

    private static final EInvoiceContentReader READER = new EInvoiceContentReader();

    @Test
    void readsTheSameInvoiceOutOfAPdfWhateverItIsCalledThere() {
        EInvoice alone = (EInvoice) READER.read(bytes("complete-cii.xml"), "a.xml");

        EInvoice carried = (EInvoice) READER.read(
                PdfFile.carrying(Map.of("notes.txt", utf8("hello"), "attachment.bin", bytes("complete-cii.xml"))),
                "scan.png");

        assertThat(carried.invoice()).isEqualTo(alone.invoice());
        assertThat(carried.findings()).isEqualTo(alone.findings());
        assertThat(carried.mediaType()).isEqualTo("application/pdf");
    }

    @Test
    void saysWhichOfTwoInvoicesItReads() {
        EInvoice read = (EInvoice) READER.read(
                PdfFile.carrying(Map.of("1.xml", bytes("complete-cii.xml"), "2.xml", bytes("complete-ubl.xml"))),
                "two.pdf");

        assertThat(read.format()).isEqualTo("UBL");
        assertThat(read.findings())
                .extracting(Finding::rule, Finding::location)
                .contains(Tuple.tuple("SIMBA-SECOND-INVOICE", "1.xml"));
    }

    @Test
    void takesAPdfWithOtherXmlAsItIs() {
        for (String xml : List.of("<order/>", "<broken")) {
            ReadContent read = READER.read(PdfFile.carrying(Map.of("factur-x.xml", utf8(xml))), "o.pdf");

            assertThat(read).isInstanceOf(ReadContent.Plain.class);
            assertThat(read.mediaType()).isEqualTo("application/pdf");
            assertThat(read.files()).extracting(AttachmentDraft::fileName).containsExactly("factur-x.xml");
        }
    }

    @Test
    void handsOutWhatTheInvoiceAndThePdfCarry() {
        ReadContent read = READER.read(
                PdfFile.carrying(Map.of("a/x.xml", bytes("complete-cii.xml"), "notes.xlsx", utf8("%PDF-1.7"))),
                "o.pdf");

        assertThat(read.files())
                .extracting(AttachmentDraft::fileName, AttachmentDraft::mediaType)
                .containsExactlyInAnyOrder(
                        Tuple.tuple("x.xml", "application/xml"),
                        Tuple.tuple("notes.xlsx", "application/pdf"),
                        Tuple.tuple("godziny.csv", "text/plain"));
    }

    @Test
    void namesTheDamagedFileInsideAndItsPlace() {
        byte[] damaged = utf8("<CrossIndustryInvoice>\n<oops>");

        assertThatThrownBy(() -> READER.read(PdfFile.carrying(Map.of("factur-x.xml", damaged)), "f.pdf"))
                .isInstanceOfSatisfying(UnreadableContent.class, refusal -> {
                    assertThat(refusal.rule()).isEqualTo("content.embedded-malformed");
                    assertThat(refusal.args().subList(0, 2)).containsExactly("factur-x.xml", 2);
                });
    }

    @Test
    void refusesFilesThatUnpackWithoutEnd() {
        byte[] bomb = PdfFile.carrying(Map.of("factur-x.xml", new byte[30 * 1024 * 1024]));

        assertThat(bomb.length).isLessThan(100_000);
        refuses(bomb, "content.pdf-too-much-inside");
    }

    @ParameterizedTest
    @CsvSource({
        "/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode",
        "/Type /Obj#53tm /N 1 /#46irst 4 /Filter /#46lateDecode",
        "/Type /XRef /W [1 2 2] /Filter [/FlateDecode]",
        "/N 1 /First 4 /Filter [/FlateDecode /FlateDecode]"
    })
    void refusesTablesThatUnpackWithoutEnd(String dictionary) throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        pdf.write(utf8("%PDF-1.7\n1 0 obj\n<< " + dictionary + " >>\nstream\r\n"));
        try (DeflaterOutputStream packed = new DeflaterOutputStream(pdf, new Deflater(9))) {
            packed.write(new byte[70 * 1024 * 1024]);
        }
        byte[] bomb = pdf.toByteArray();

        assertThat(bomb.length).isLessThan(100_000);
        refuses(bomb, "content.pdf-bomb");
    }

    @Test
    void endsQuicklyOnEveryHostilePdfOfTheCorpus() {
        Path folder = Corpus.folder("adversarial", "57 hostile PDFs").orElse(null);
        if (folder == null) {
            return;
        }
        int refused = 0;
        int taken = 0;
        for (Path file : Corpus.files(folder, ".pdf")) {
            byte[] bytes = Corpus.bytes(file);
            String outcome = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> outcome(bytes));
            assertThat(outcome)
                    .as(file.toString())
                    .matches("application/(pdf|octet-stream)|text/plain|content.pdf-damaged");
            refused += outcome.startsWith("content.") ? 1 : 0;
            taken += outcome.startsWith("content.") ? 0 : 1;
        }
        System.out.printf(
                "SCORE adversarial PDFs: %d registered as they are, %d refused with a reason%n", taken, refused);
        assertThat(refused + taken).isEqualTo(57);
    }

    private static String outcome(byte[] bytes) {
        try {
            return READER.read(bytes, "f.pdf").mediaType();
        } catch (UnreadableContent unreadable) {
            return unreadable.rule();
        }
    }

    private static void refuses(byte[] content, String rule) {
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> assertThatThrownBy(() -> READER.read(content, "f.pdf"))
                        .isInstanceOfSatisfying(UnreadableContent.class, refusal -> assertThat(refusal.rule())
                                .isEqualTo(rule)));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String file) {
        try (InputStream stream = CarriedInvoiceTest.class.getResourceAsStream("/e-invoice/" + file)) {
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
