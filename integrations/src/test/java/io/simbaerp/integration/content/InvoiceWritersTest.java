package io.simbaerp.integration.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.document.Severity;
import io.simbaerp.intake.ReadContent.EInvoice;
import io.simbaerp.integration.cii.CiiWriter;
import io.simbaerp.integration.ubl.UblWriter;
import io.simbaerp.invoice.received.ReceivedInvoice;
import io.simbaerp.testing.Corpus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** What the writers write, the readers read back unchanged and the official rules find nothing wrong with. */
class InvoiceWritersTest {

    private static final EInvoiceContentReader READER = new EInvoiceContentReader();

    enum Syntax {
        UBL,
        CII;

        byte[] write(ReceivedInvoice invoice) {
            return this == UBL ? UblWriter.write(invoice) : CiiWriter.write(invoice);
        }
    }

    @ParameterizedTest
    @EnumSource
    void writesEveryTermOfTheStandard(Syntax syntax) {
        ReceivedInvoice complete = read(text("complete-ubl.xml")).invoice();

        EInvoice back = read(syntax.write(complete));

        assertThat(back.format()).isEqualTo(syntax.name());
        assertThat(back.invoice()).isEqualTo(complete);
        assertThat(back.findings()).isEmpty();
        assertThat(back.invoice().supportingDocuments().get(0).attachment().content())
                .hasValueSatisfying(bytes -> assertThat(bytes).asString().isEqualTo("data;godziny\n"));
    }

    @ParameterizedTest
    @EnumSource
    void writesACreditNote(Syntax syntax) {
        String credit = new String(text("complete-cii.xml"), StandardCharsets.UTF_8)
                .replace("<TypeCode>380<", "<TypeCode>381<");
        ReceivedInvoice complete = read(credit.getBytes(StandardCharsets.UTF_8)).invoice();
        assertThat(complete.creditNote()).isTrue();

        EInvoice back = read(syntax.write(complete));

        assertThat(back.invoice()).isEqualTo(complete);
        assertThat(back.findings()).isEmpty();
    }

    @Test
    void refusesAnAttachmentWhoseBytesAreNotAtHand() {
        JsonMapper json = JsonMapper.builder().build();
        ReceivedInvoice stored = json.readValue(
                json.writeValueAsString(read(text("complete-ubl.xml")).invoice()), ReceivedInvoice.class);

        assertThatThrownBy(() -> UblWriter.write(stored))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("godziny.csv");
    }

    @Test
    void escapesWhatXmlReservesAndRefusesWhatItCannotHold() {
        String odd = new String(text("complete-ubl.xml"), StandardCharsets.UTF_8)
                .replace(">Papier<", ">Papier &lt;A4&gt; &amp; \"toner\" 😀<");
        ReceivedInvoice invoice = read(odd.getBytes(StandardCharsets.UTF_8)).invoice();

        assertThat(read(CiiWriter.write(invoice)).invoice()).isEqualTo(invoice);
        assertThatThrownBy(() -> {
                    String json = JsonMapper.builder().build().writeValueAsString(invoice);
                    String broken = json.replace("Ola Nowak", "Ola\\u0007Nowak")
                            .replaceAll("\"fileName\":\"[^\"]*\"", "\"fileName\":\"\"");
                    UblWriter.write(JsonMapper.builder().build().readValue(broken, ReceivedInvoice.class));
                })
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest(name = "{0} as {1}")
    @CsvSource({
        "en16931/examples-ubl, UBL",
        "en16931/examples-cii, CII",
        "peppol/examples, UBL",
        "xrechnung-3.0.2/valid, UBL",
        "xrechnung-3.0.2/valid, CII"
    })
    void writesRealInvoicesAsTheyWere(String folder, Syntax syntax) {
        Path corpus = Corpus.folder("einvoice-en16931", "writing the invoices of " + folder)
                .orElse(null);
        if (corpus == null) {
            return;
        }
        List<String> wrong = new ArrayList<>();
        int files = 0;
        for (Path file : Corpus.xmlFiles(corpus.resolve(folder))) {
            EInvoice original = read(Corpus.bytes(file));
            if (original.format().equals(syntax.name())) {
                files++;
                compare(file, original, read(syntax.write(original.invoice())), wrong);
            }
        }
        System.out.printf("SCORE written as %s: %s, %d files, %d differences%n", syntax, folder, files, wrong.size());
        assertThat(wrong).isEmpty();
        assertThat(files).isPositive();
    }

    private static void compare(Path file, EInvoice original, EInvoice back, List<String> wrong) {
        if (!back.invoice().equals(original.invoice())) {
            wrong.add(file.getFileName() + " reads\n" + back.invoice() + "\ninstead of\n" + original.invoice());
        }
        List<String> before = errors(original);
        errors(back).stream()
                .filter(error -> !before.contains(error))
                .forEach(error -> wrong.add(file.getFileName() + ": " + error));
    }

    /** National rules speak of terms beyond EN 16931 and of line ends in BT-20, which a writer of its terms leaves. */
    private static List<String> errors(EInvoice read) {
        return read.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .filter(finding -> !finding.rule().startsWith("BR-D"))
                .map(finding -> finding.rule() + " " + finding.text())
                .toList();
    }

    private static EInvoice read(byte[] file) {
        return (EInvoice) READER.read(file, "f.xml");
    }

    private static byte[] text(String file) {
        try (InputStream stream = InvoiceWritersTest.class.getResourceAsStream("/e-invoice/" + file)) {
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
