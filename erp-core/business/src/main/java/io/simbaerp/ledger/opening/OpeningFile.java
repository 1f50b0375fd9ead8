package io.simbaerp.ledger.opening;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.ledger.foreign.ForeignTables;
import io.simbaerp.page.sheet.FileReading;
import io.simbaerp.page.sheet.SheetReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The table of a file of opening balances: text as it is, the first sheet of an XLSX file row by row. */
@Component
public class OpeningFile {

    private final ForeignTables foreign;
    private final FileReading reading;

    OpeningFile(ForeignTables foreign, FileReading reading) {
        this.foreign = foreign;
        this.reading = reading;
    }

    /**
     * The table of opening balances as it may be typed, also of foreign books.
     *
     * @throws RuleViolation as {@link #table}, and those of foreign-books
     */
    public String opening(byte[] file) {
        return table(foreign.opening(file));
    }

    /**
     * The table as it may be typed; every row stands in the line of its number.
     *
     * @throws RuleViolation opening.table-unreadable, sheet.too-large, sheet.too-long, sheet.too-wide
     */
    public String table(byte[] file) {
        return SheetReader.isSheet(file)
                ? reading.file(file, () -> sheet(file))
                : new String(file, StandardCharsets.UTF_8);
    }

    private static String sheet(byte[] file) {
        TreeMap<Integer, List<String>> rows = new TreeMap<>();
        try {
            SheetReader.read(file, rows::put);
        } catch (IOException | UncheckedIOException | IllegalArgumentException | IllegalStateException unreadable) {
            throw RuleViolation.ofField("file", "opening.table-unreadable", 1);
        }
        StringBuilder table = new StringBuilder();
        int line = rows.isEmpty() ? 0 : rows.firstKey();
        for (Map.Entry<Integer, List<String>> row : rows.entrySet()) {
            while (line < row.getKey()) {
                table.append('\n');
                line++;
            }
            table.append(row.getValue().stream().map(OpeningFile::quoted).collect(Collectors.joining(";")))
                    .append('\n');
            line++;
        }
        return table.toString();
    }

    private static String quoted(String cell) {
        String plain = cell.strip().replaceAll("\\s+", " ");
        return plain.contains(";") || plain.contains("\"") ? '"' + plain.replace("\"", "\"\"") + '"' : plain;
    }
}
