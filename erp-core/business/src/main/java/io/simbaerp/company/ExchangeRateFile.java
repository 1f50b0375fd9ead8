package io.simbaerp.company;

import io.simbaerp.money.CurrencyCode;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Rates as a semicolon separated file: {@code currency;date;mid;table;source}, ISO dates, decimal comma or point. */
final class ExchangeRateFile {

    /** A line that could be read. */
    record Line(long number, AddExchangeRate.Draft draft) {}

    /** What was read, and what could not be. */
    record Content(List<Line> lines, List<ExchangeRateImport.RowError> errors) {}

    static final List<String> COLUMNS = List.of("currency", "date", "mid", "table", "source");
    private static final int MOST_LINES = 20_000;
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setIgnoreSurroundingSpaces(true)
            .setIgnoreEmptyLines(true)
            .get();

    private final List<Line> lines = new ArrayList<>();
    private final List<ExchangeRateImport.RowError> errors = new ArrayList<>();

    private ExchangeRateFile() {}

    static Content read(String csv) {
        ExchangeRateFile file = new ExchangeRateFile();
        String text = csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
        try (CSVParser parser = FORMAT.parse(new StringReader(text))) {
            for (CSVRecord record : parser) {
                file.line(record, parser.getCurrentLineNumber());
                if (record.getRecordNumber() > MOST_LINES) {
                    file.error(record.getRecordNumber(), "line", "exchange-rate.file-too-long", MOST_LINES);
                    break;
                }
            }
        } catch (UncheckedIOException | IOException e) {
            file.error(file.lines.size() + 2L, "line", "exchange-rate.line-unreadable");
        }
        if (file.lines.isEmpty() && file.errors.isEmpty()) {
            file.error(1, "line", "exchange-rate.file-empty");
        }
        return new Content(file.lines, file.errors);
    }

    private void line(CSVRecord record, long parsedLines) {
        long number = Math.max(record.getRecordNumber(), parsedLines);
        if (record.getRecordNumber() == 1) {
            if (!record.stream()
                    .map(name -> name.toLowerCase(Locale.ROOT))
                    .toList()
                    .equals(COLUMNS)) {
                error(1, "line", "exchange-rate.header-differs", String.join(";", COLUMNS));
            }
            return;
        }
        if (record.size() != COLUMNS.size()) {
            error(number, "line", "exchange-rate.columns-differ", COLUMNS.size(), record.size());
            return;
        }
        CurrencyCode currency = field(number, record, 0, text -> CurrencyCode.of(text.toUpperCase(Locale.ROOT)));
        LocalDate date = field(number, record, 1, LocalDate::parse);
        BigDecimal mid = field(number, record, 2, text -> new BigDecimal(text.replace(',', '.')));
        if (currency != null && date != null && mid != null) {
            lines.add(new Line(number, new AddExchangeRate.Draft(currency, date, mid, record.get(3), record.get(4))));
        }
    }

    private <T> @Nullable T field(long number, CSVRecord record, int column, Function<String, T> read) {
        String text = record.get(column);
        try {
            return read.apply(text);
        } catch (DateTimeException | IllegalArgumentException e) {
            error(number, COLUMNS.get(column), "exchange-rate." + COLUMNS.get(column) + "-unreadable", text);
            return null;
        }
    }

    private void error(long line, String field, String rule, Object... args) {
        errors.add(new ExchangeRateImport.RowError(line, field, rule, List.of(args)));
    }
}
