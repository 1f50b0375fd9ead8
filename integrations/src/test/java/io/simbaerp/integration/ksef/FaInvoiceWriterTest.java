package io.simbaerp.integration.ksef;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.document.Severity;
import io.simbaerp.intake.ReadContent.EInvoice;
import io.simbaerp.integration.content.EInvoiceContentReader;
import io.simbaerp.invoice.received.ReceivedInvoice;
import io.simbaerp.testing.Corpus;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is valid and says what was read. */
class FaInvoiceWriterTest {

    private static final EInvoiceContentReader READER = new EInvoiceContentReader();
    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30.123Z");

    @ParameterizedTest
    @ValueSource(strings = {"samples-fa2-official", "samples-fa3-official"})
    void writesEveryOfficialSampleAsAValidFileThatReadsTheSame(String folder) {
        Path corpus = Corpus.folder("poland-ksef", "round trip of " + folder).orElse(null);
        if (corpus == null) {
            return;
        }
        List<Path> samples = Corpus.xmlFiles(corpus.resolve(folder)).stream()
                .filter(file -> file.getFileName().toString().startsWith("FA_"))
                .toList();
        assertThat(samples).hasSizeGreaterThan(9);
        for (Path sample : samples) {
            ReceivedInvoice original = read(Corpus.bytes(sample)).invoice();
            EInvoice again = read(FaInvoiceWriter.write(original, NOW));

            assertThat(again.findings().stream().filter(finding -> finding.severity() == Severity.ERROR))
                    .as(sample.toString())
                    .isEmpty();
            assertSame(sample.toString(), original, again.invoice());
        }
    }

    /** Everything but the version, and what FA has no room for: where goods went, and more than three remarks. */
    private static void assertSame(String what, ReceivedInvoice original, ReceivedInvoice again) {
        assertThat(again.number()).as(what).isEqualTo(original.number());
        assertThat(again.typeCode()).as(what).isEqualTo(original.typeCode());
        assertThat(again.issueDate()).as(what).isEqualTo(original.issueDate());
        assertThat(again.dueDate()).as(what).isEqualTo(original.dueDate());
        assertThat(again.period()).as(what).isEqualTo(original.period());
        assertThat(again.taxPointDate()).as(what).isEqualTo(original.taxPointDate());
        assertThat(again.references()).as(what).isEqualTo(original.references());
        assertThat(again.precedingInvoices()).as(what).isEqualTo(original.precedingInvoices());
        assertThat(again.seller()).as(what).isEqualTo(original.seller());
        assertThat(again.buyer()).as(what).isEqualTo(original.buyer());
        assertThat(again.payee()).as(what).isEqualTo(original.payee());
        assertThat(again.payment()).as(what).isEqualTo(original.payment());
        assertThat(text(again.totals())).as(what).isEqualTo(text(original.totals()));
        assertThat(text(again.vatBreakdown())).as(what).isEqualTo(text(original.vatBreakdown()));
        assertThat(text(again.lines())).as(what).isEqualTo(text(original.lines()));
        assertThat(text(again.polish())).as(what).isEqualTo(text(original.polish()));
    }

    /** 100 and 100.00 are the same amount; a rate left out is written, since FA(3) has other codes for it. */
    private static String text(Object value) {
        return value.toString()
                .replaceAll("rateCode=[^,]*,", "")
                .replaceAll("(\\d+)\\.0+(?=\\D)", "$1")
                .replaceAll("(\\d+\\.\\d*?[1-9])0+(?=\\D)", "$1");
    }

    @Test
    void writesTheDayItWasMadeAndTheProgram() {
        String xml =
                new String(FaInvoiceWriter.write(read(FaXml.invoice().bytes()).invoice(), NOW), StandardCharsets.UTF_8);

        assertThat(xml)
                .contains(
                        "<DataWytworzeniaFa>2026-11-22T10:15:30Z</DataWytworzeniaFa><SystemInfo>Simba ERP</SystemInfo>")
                .contains("<P_13_1>100.00</P_13_1><P_14_1>23.00</P_14_1><P_15>123.00</P_15>");
    }

    @Test
    void refusesWhatTheFormatCannotHold() {
        ReceivedInvoice wordy = read(FaXml.invoice()
                        .with("<P_7>Usługa", "<P_7>" + "x".repeat(513))
                        .bytes())
                .invoice();
        assertThatThrownBy(() -> FaInvoiceWriter.write(wordy, NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("P_7 is longer than 512 characters");

        ReceivedInvoice precise = read(FaXml.invoice()
                        .with("<P_15>123.00", "<P_15>123.001")
                        .bytes())
                .invoice();
        assertThatThrownBy(() -> FaInvoiceWriter.write(precise, NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("P_15 has more than 2 decimals: 123.001");
    }

    private static EInvoice read(byte[] bytes) {
        return (EInvoice) READER.read(bytes, "faktura.xml");
    }
}
