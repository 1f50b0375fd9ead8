package io.simbaerp.ledger.opening;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.page.EnteredNumber;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Opening balances as a table with a head, with semicolons, tabs or commas: account, debit, credit, and for items party,
 * due date, document, currency and amount in it; cost centre. Heads may be Polish.
 */
final class OpeningTable {

    private static final int MOST_ROWS = 20_000;

    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("konto", "account"),
            Map.entry("code", "account"),
            Map.entry("wn", "debit"),
            Map.entry("ma", "credit"),
            Map.entry("kontrahent", "party"),
            Map.entry("nip", "party"),
            Map.entry("termin", "due"),
            Map.entry("due_date", "due"),
            Map.entry("dokument", "document"),
            Map.entry("waluta", "currency"),
            Map.entry("kwota", "amount"),
            Map.entry("mpk", "cost_centre"));

    /** A row as it stands there; what could not be read is named by its column in {@code unreadable}. */
    record Row(
            int line,
            String account,
            @Nullable BigDecimal debit,
            @Nullable BigDecimal credit,
            String party,
            @Nullable LocalDate due,
            String document,
            String currency,
            @Nullable BigDecimal amount,
            String costCentre,
            Map<String, String> unreadable) {}

    private OpeningTable() {}

    /** @throws RuleViolation opening.table-unreadable, opening.column-missing, opening.table-empty, opening.table-too-long */
    static List<Row> read(String text) {
        String plain = text.startsWith("\ufeff") ? text.substring(1) : text;
        String head = plain.lines().findFirst().orElse("");
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(head.indexOf(';') >= 0 ? ';' : head.indexOf('\t') >= 0 ? '\t' : ',')
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .get();
        List<Row> rows = new ArrayList<>();
        try (CSVParser parser = format.parse(new StringReader(plain))) {
            Map<String, String> columns = columns(parser.getHeaderNames());
            for (CSVRecord record : parser) {
                rows.add(row(record, columns, (int) parser.getCurrentLineNumber()));
                if (rows.size() > MOST_ROWS) {
                    throw RuleViolation.ofField("table", "opening.table-too-long", MOST_ROWS);
                }
            }
        } catch (IOException | UncheckedIOException | IllegalStateException | IllegalArgumentException e) {
            throw RuleViolation.ofField("table", "opening.table-unreadable", rows.size() + 2);
        }
        if (rows.isEmpty()) {
            throw RuleViolation.ofField("table", "opening.table-empty");
        }
        return rows;
    }

    private static Map<String, String> columns(List<String> names) {
        Map<String, String> columns = new HashMap<>();
        for (String name : names) {
            String lower = name.toLowerCase(Locale.ROOT).replace(' ', '_');
            columns.putIfAbsent(ALIASES.getOrDefault(lower, lower), name);
        }
        for (String needed : List.of("account", "debit", "credit")) {
            if (!columns.containsKey(needed)) {
                throw RuleViolation.ofField("table", "opening.column-missing", needed);
            }
        }
        return columns;
    }

    private static Row row(CSVRecord record, Map<String, String> columns, int line) {
        Map<String, String> unreadable = new HashMap<>();
        return new Row(
                line,
                cell(record, columns, "account"),
                amount(record, columns, "debit", unreadable),
                amount(record, columns, "credit", unreadable),
                cell(record, columns, "party"),
                day(record, columns, unreadable),
                cell(record, columns, "document"),
                cell(record, columns, "currency").toUpperCase(Locale.ROOT),
                amount(record, columns, "amount", unreadable),
                cell(record, columns, "cost_centre"),
                unreadable);
    }

    private static String cell(CSVRecord record, Map<String, String> columns, String column) {
        String name = columns.get(column);
        return name == null || !record.isSet(name) ? "" : record.get(name).strip();
    }

    private static @Nullable BigDecimal amount(
            CSVRecord record, Map<String, String> columns, String column, Map<String, String> unreadable) {
        String text = cell(record, columns, column);
        String plain = String.valueOf(EnteredNumber.plain(text));
        if (plain.isEmpty()) {
            return null;
        }
        if (!plain.matches("[-+]?[0-9]{1,15}(\\.[0-9]{1,4})?")) {
            unreadable.put(column, text);
            return null;
        }
        BigDecimal amount = new BigDecimal(plain);
        return amount.signum() == 0 ? null : amount;
    }

    private static @Nullable LocalDate day(
            CSVRecord record, Map<String, String> columns, Map<String, String> unreadable) {
        String text = cell(record, columns, "due");
        if (text.matches("[0-9]{5}(\\.0+)?")) {
            return LocalDate.of(1899, 12, 30).plusDays(Integer.parseInt(text.substring(0, 5)));
        }
        String iso = text.matches("[0-9]{2}\\.[0-9]{2}\\.[0-9]{4}")
                ? text.substring(6) + "-" + text.substring(3, 5) + "-" + text.substring(0, 2)
                : text;
        try {
            return iso.isEmpty() ? null : LocalDate.parse(iso);
        } catch (DateTimeParseException e) {
            unreadable.put("due", text);
            return null;
        }
    }
}
