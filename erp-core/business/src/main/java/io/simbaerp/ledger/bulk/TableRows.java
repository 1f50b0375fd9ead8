package io.simbaerp.ledger.bulk;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.page.sheet.FileReading;
import io.simbaerp.page.sheet.SheetReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The rows of a CSV file, or of the first sheet of an XLSX file, by their numbers there; cells as text. */
final class TableRows {

    private static final int MOST_ROWS = 1_000_000;

    private TableRows() {}

    /** @throws RuleViolation entry-upload.file-unreadable, sheet.too-large, sheet.too-long, sheet.too-wide */
    static Map<Integer, List<String>> read(byte[] file) {
        try {
            return SheetReader.isSheet(file) ? sheet(file) : table(file);
        } catch (IOException | UncheckedIOException | IllegalArgumentException | IllegalStateException unreadable) {
            throw RuleViolation.ofField("file", "entry-upload.file-unreadable");
        }
    }

    private static Map<Integer, List<String>> table(byte[] file) throws IOException {
        String text = text(file);
        String head = text.lines().findFirst().orElse("");
        char delimiter = head.indexOf(';') >= 0 ? ';' : head.indexOf('\t') >= 0 ? '\t' : ',';
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .get();
        Map<Integer, List<String>> rows = new TreeMap<>();
        try (CSVParser parser = format.parse(new StringReader(text))) {
            for (CSVRecord record : parser) {
                FileReading.goOn();
                if (rows.size() == MOST_ROWS) {
                    throw RuleViolation.ofField("file", "sheet.too-long", MOST_ROWS);
                }
                if (record.size() > SheetReader.MOST_COLUMNS) {
                    throw RuleViolation.ofField(
                            "file", "sheet.too-wide", parser.getCurrentLineNumber(), SheetReader.MOST_COLUMNS);
                }
                rows.put((int) parser.getCurrentLineNumber(), record.toList());
            }
        }
        return rows;
    }

    private static String text(byte[] file) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            text = new String(file, Charset.forName("windows-1250"));
        }
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static Map<Integer, List<String>> sheet(byte[] file) throws IOException {
        Map<Integer, List<String>> rows = new TreeMap<>();
        SheetReader.read(file, rows::put);
        return rows;
    }
}
