package io.simbaerp.page.list;

import io.simbaerp.page.CsvTable;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A list as CSV, row by row; decimals with the mark of the reader's format, so that a spreadsheet takes them for figures. */
public final class CsvFile implements ListFile {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final OutputStream out;
    private final char mark;
    private @Nullable CsvTable table;

    public CsvFile(OutputStream out, Locale format) {
        this.out = out;
        this.mark = DecimalFormatSymbols.getInstance(format).getDecimalSeparator();
    }

    @Override
    public void begin(List<String> heads) {
        table = CsvTable.to(out, heads);
    }

    @Override
    public void row(List<@Nullable Object> values) {
        table().row(values.stream().map(this::written).toArray());
    }

    @Override
    public void end() {
        table().flush();
    }

    private CsvTable table() {
        CsvTable begun = table;
        if (begun == null) {
            throw new IllegalStateException("A file begins with its heads");
        }
        return begun;
    }

    private @Nullable Object written(@Nullable Object value) {
        if (value instanceof BigDecimal figure) {
            return figure.toPlainString().replace('.', mark);
        }
        return value instanceof LocalDateTime moment ? MINUTES.format(moment) : value;
    }
}
