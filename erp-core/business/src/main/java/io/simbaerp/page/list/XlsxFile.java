package io.simbaerp.page.list;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A list as a spreadsheet, written while it is read. Texts are texts, whatever they begin with: nothing becomes a formula.
 * What doesn't fit onto a sheet goes on on the next.
 */
public final class XlsxFile implements ListFile {

    private static final int ROWS_OF_A_SHEET = 1_000_000;
    private static final int WRITTEN_AT_ONCE = 500;
    private static final int LONGEST_TEXT = 32_767;

    private final Workbook workbook;
    private final String name;
    private List<String> heads = List.of();
    private @Nullable Worksheet sheet;
    private int sheets;
    private int row;

    public XlsxFile(OutputStream out, String name) {
        this.workbook = new Workbook(out, "Simba ERP", "1.0");
        this.name = name;
    }

    @Override
    public void begin(List<String> columns) {
        heads = columns;
        next();
    }

    @Override
    public void row(List<@Nullable Object> values) {
        Worksheet into = row >= ROWS_OF_A_SHEET ? next() : current();
        for (int column = 0; column < values.size(); column++) {
            write(into, column, values.get(column));
        }
        row++;
        if (row % WRITTEN_AT_ONCE == 0) {
            flush(into);
        }
    }

    @Override
    public void end() {
        try {
            current().finish();
            workbook.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Worksheet into, int column, @Nullable Object value) {
        if (value instanceof BigDecimal || value instanceof Long) {
            into.value(row, column, (Number) value);
            if (value instanceof BigDecimal figure) {
                into.style(row, column)
                        .format(figure.scale() <= 0 ? "#,##0" : "#,##0." + "0".repeat(figure.scale()))
                        .set();
            }
        } else if (value instanceof LocalDate date) {
            into.value(row, column, date);
            into.style(row, column).format("yyyy-mm-dd").set();
        } else if (value instanceof LocalDateTime moment) {
            into.value(row, column, moment);
            into.style(row, column).format("yyyy-mm-dd hh:mm").set();
        } else if (value != null) {
            String text = value.toString();
            into.value(row, column, text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
        }
    }

    private Worksheet next() {
        try {
            if (sheet != null) {
                sheet.finish();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sheets++;
        Worksheet begun = workbook.newWorksheet(sheets == 1 ? name : name + " " + sheets);
        begun.freezePane(0, 1);
        for (int column = 0; column < heads.size(); column++) {
            begun.value(0, column, heads.get(column));
            begun.style(0, column).bold().set();
            begun.width(column, Math.min(40, Math.max(12, heads.get(column).length() + 4)));
        }
        sheet = begun;
        row = 1;
        return begun;
    }

    private Worksheet current() {
        Worksheet begun = sheet;
        if (begun == null) {
            throw new IllegalStateException("A file begins with its heads");
        }
        return begun;
    }

    private static void flush(Worksheet into) {
        try {
            into.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
