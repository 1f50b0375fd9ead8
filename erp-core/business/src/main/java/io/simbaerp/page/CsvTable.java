package io.simbaerp.page;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * A table as a file for spreadsheets: UTF-8 with a byte order mark, semicolons, CRLF. A cell a spreadsheet would run as a
 * formula is made plain text; figures stay figures.
 */
public final class CsvTable {

    private static final String FORMULA_STARTS = "=+-@\t\r|";

    private final CSVPrinter printer;

    private CsvTable(CSVPrinter printer) {
        this.printer = printer;
    }

    /** Starts a table with its head. */
    public static CsvTable withHead(String... columns) {
        try {
            StringBuilder rows = new StringBuilder();
            CsvTable table = new CsvTable(new CSVPrinter(
                    rows, CSVFormat.DEFAULT.builder().setDelimiter(';').get()));
            table.row((Object[]) columns);
            return table;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a table that is written while it grows. */
    public static CsvTable to(OutputStream out, List<String> columns) {
        try {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            writer.write('\ufeff');
            CsvTable table = new CsvTable(new CSVPrinter(
                    writer, CSVFormat.DEFAULT.builder().setDelimiter(';').get()));
            return table.row(columns.toArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hands on what was written so far. */
    public void flush() {
        try {
            printer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a row. */
    public CsvTable row(@Nullable Object... cells) {
        try {
            printer.printRecord(Stream.of(cells).map(CsvTable::cell).toList());
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds rows. */
    public CsvTable rows(List<List<?>> rows) {
        rows.forEach(row -> row(row.toArray()));
        return this;
    }

    /** The file. */
    public byte[] bytes() {
        return ("\ufeff" + printer.getOut()).getBytes(StandardCharsets.UTF_8);
    }

    private static String cell(@Nullable Object value) {
        String written = value == null ? "" : value.toString();
        boolean figure = written.matches("[-+]?[0-9]+([.,][0-9]+)?");
        boolean formula = !written.isEmpty() && FORMULA_STARTS.indexOf(written.charAt(0)) >= 0;
        return formula && !figure ? "'" + written : written;
    }
}
