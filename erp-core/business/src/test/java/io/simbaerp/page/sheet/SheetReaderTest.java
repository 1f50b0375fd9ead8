package io.simbaerp.page.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.architecture.RuleViolation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Spreadsheets are read whole or refused whole, whatever they unpack to. */
class SheetReaderTest {

    @Test
    void readsTextsNumbersAndTruthsAndLeavesOutWhatIsNotThere() throws IOException {
        List<String> rows = read(
                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\"><v>1.250E3</v></c></row>"
                        + "<row r=\"4\"><c t=\"b\"><v>1</v></c><c t=\"inlineStr\"><is><t>a</t><t>b</t></is></c>"
                        + "<c r=\"C4\"><v>1E999999999</v></c><c r=\"ZZZ4\"/></row>",
                "<si><r><t>dwa </t></r><r><t>kawałki</t></r><rPh><t>nie</t></rPh></si>");
        assertThat(rows).containsExactly("1 [dwa kawałki, , 1250]", "4 [yes, ab, 1E999999999]");
    }

    @Test
    void refusesABombWhileItIsUnpackedNotAfter() throws IOException {
        byte[] bomb = sheet("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>", null, "x", 60_000_000, "</v></c></row>");
        assertThat(bomb.length).isLessThan(100_000);
        refuses(bomb, "sheet.too-large", 50);
        byte[] blanks = sheet("<row r=\"1\"><c><v>1</v></c></row>", null, " ", 60_000_000, "");
        refuses(blanks, "sheet.too-large", 50);
    }

    @Test
    void refusesFewTextsThatStandInManyCells() throws IOException {
        String text = "<si><t>" + "x".repeat(1_000_000) + "</t></si>";
        refuses(sheet("<row r=\"1\">", text, "<c t=\"s\"><v>0</v></c>", 60, "</row>"), "sheet.too-large", 50);
    }

    @Test
    void refusesASheetThatIsTooLongOrTooWideInsteadOfCuttingIt() throws IOException {
        refuses(sheet("", null, "<row><c><v>1</v></c></row>", 100_001, ""), "sheet.too-long", 100_000);
        refuses(sheet("<row r=\"2000000\"/>", null, "", 0, ""), "sheet.too-long", 100_000);
        refuses(sheet("<row r=\"7\"><c r=\"GS7\"><v>1</v></c></row>", null, "", 0, ""), "sheet.too-wide", 7, 200);
        List<String> full = new ArrayList<>();
        SheetReader.read(
                sheet("", null, "<row><c><v>1</v></c></row>", 100_000, ""), (number, cells) -> full.add("" + number));
        assertThat(full).hasSize(100_000);
    }

    @Test
    void saysThatItIsNoSpreadsheet() throws IOException {
        assertThatThrownBy(() -> read("<row r=\"2\"/><row r=\"1\"/>", "")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read("<row><c t=\"s\"><v>9</v></c></row>", "")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read("<row><c><v>ten</v></c></row>", "")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> SheetReader.read(new byte[] {'P', 'K', 3, 4, 9}, (number, cells) -> {}))
                .isInstanceOf(IOException.class);
        byte[] entity = sheet("<row><c><v>&bomb;</v></c></row>", null, "", 0, "");
        assertThatThrownBy(() -> SheetReader.read(entity, (number, cells) -> {}))
                .isInstanceOf(IOException.class);
    }

    private static void refuses(byte[] file, String rule, Object... args) {
        assertThatThrownBy(() -> SheetReader.read(file, (number, cells) -> {}))
                .isInstanceOfSatisfying(RuleViolation.class, refused -> {
                    assertThat(refused.field()).isEqualTo("file");
                    assertThat(refused.rule()).isEqualTo(rule);
                    assertThat(refused.args()).containsExactly(args);
                });
    }

    private static List<String> read(String rows, String texts) throws IOException {
        List<String> read = new ArrayList<>();
        SheetReader.read(sheet(rows, texts, "", 0, ""), (number, cells) -> read.add(number + " " + cells));
        return read;
    }

    private static byte[] sheet(String begin, @Nullable String texts, String repeated, int times, String end)
            throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            if (texts != null) {
                zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
                zip.write(("<sst>" + texts + "</sst>").getBytes(StandardCharsets.UTF_8));
            }
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write(("<worksheet><sheetData>" + begin).getBytes(StandardCharsets.UTF_8));
            byte[] thousand = repeated.repeat(1000).getBytes(StandardCharsets.UTF_8);
            for (int n = 0; n < times / 1000; n++) {
                zip.write(thousand);
            }
            zip.write(repeated.repeat(times % 1000).getBytes(StandardCharsets.UTF_8));
            zip.write((end + "</sheetData></worksheet>").getBytes(StandardCharsets.UTF_8));
        }
        return file.toByteArray();
    }
}
