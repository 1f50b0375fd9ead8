package io.simbaerp.ledger.bulk;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.ledger.EntryKind;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import io.simbaerp.page.EnteredNumber;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Entries in a file with a head: a row is a line, and rows with the same key one below the other, or without one, are an
 * entry. What belongs to the whole entry is taken from its first row.
 */
final class EntryFile {

    private static final String DIMENSION = "dimension:";

    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("klucz", "key"),
            Map.entry("dziennik", "journal"),
            Map.entry("data_ksiegowania", "posting_date"),
            Map.entry("data_dokumentu", "document_date"),
            Map.entry("data_operacji", "operation_date"),
            Map.entry("okres", "period"),
            Map.entry("opis", "narration"),
            Map.entry("numer_dokumentu", "document_number"),
            Map.entry("konto", "account"),
            Map.entry("winien", "debit"),
            Map.entry("wn", "debit"),
            Map.entry("ma", "credit"),
            Map.entry("termin", "due_date"),
            Map.entry("mpk", "cost_centre"),
            Map.entry("kontrahent", "party"),
            Map.entry("tekst", "text"));

    private static final List<String> NEEDED = List.of("journal", "narration", "account", "debit", "credit");

    private final CurrencyCode base;
    private final Map<String, UUID> parties = new HashMap<>();
    private final Map<String, Integer> columns = new HashMap<>();

    private EntryFile(CurrencyCode base, List<String> head) {
        this.base = base;
        for (int at = 0; at < head.size(); at++) {
            String name = head.get(at).strip().toLowerCase(Locale.ROOT).replace(' ', '_');
            columns.putIfAbsent(
                    name.startsWith(DIMENSION) ? head.get(at).strip() : ALIASES.getOrDefault(name, name), at);
        }
    }

    /**
     * An entry of a file, or why it can't be one.
     *
     * @param rows the rows of its lines
     */
    record Item(
            String key,
            List<Integer> rows,
            @Nullable EntryInput input,
            @Nullable RuleViolation refusal) {}

    private record Row(int number, List<String> cells) {}

    /**
     * The entries of a file.
     *
     * @param table the rows of the file by their numbers there
     * @param parties whom tax ids and names mean, those that mean nobody left out
     * @throws RuleViolation entry-upload.column-missing, entry-upload.empty
     */
    static List<Item> read(
            Map<Integer, List<String>> table,
            CurrencyCode base,
            Function<Collection<String>, Map<String, UUID>> parties) {
        Iterator<Map.Entry<Integer, List<String>>> rows = table.entrySet().iterator();
        if (!rows.hasNext()) {
            throw RuleViolation.ofField("file", "entry-upload.empty");
        }
        EntryFile reader = new EntryFile(base, rows.next().getValue());
        for (String needed : NEEDED) {
            if (!reader.columns.containsKey(needed)) {
                throw RuleViolation.ofField("file", "entry-upload.column-missing", needed);
            }
        }
        List<List<Row>> entries = reader.entries(rows);
        if (entries.isEmpty()) {
            throw RuleViolation.ofField("file", "entry-upload.empty");
        }
        Set<String> named = reader.named(entries);
        if (!named.isEmpty()) {
            reader.parties.putAll(parties.apply(named));
        }
        return entries.stream().map(reader::item).toList();
    }

    private List<List<Row>> entries(Iterator<Map.Entry<Integer, List<String>>> rows) {
        List<List<Row>> entries = new ArrayList<>();
        String key = null;
        while (rows.hasNext()) {
            Map.Entry<Integer, List<String>> next = rows.next();
            Row row = new Row(next.getKey(), next.getValue());
            if (row.cells().stream().allMatch(String::isBlank)) {
                continue;
            }
            String own = cell(row, "key");
            if (entries.isEmpty() || (own != null && !own.equals(key))) {
                entries.add(new ArrayList<>());
                key = own;
            }
            entries.get(entries.size() - 1).add(row);
        }
        return entries;
    }

    /** Whoever is named in any row: all are looked up at once. */
    private Set<String> named(List<List<Row>> entries) {
        return entries.stream()
                .flatMap(List::stream)
                .map(row -> cell(row, "party"))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private Item item(List<Row> rows) {
        Row first = rows.get(0);
        List<Integer> numbers = rows.stream().map(Row::number).toList();
        String key = cell(first, "key");
        try {
            List<EntryInput.Line> lines = new ArrayList<>();
            for (Row row : rows) {
                lines.add(line(row, lines.size()));
            }
            EntryInput input = new EntryInput(
                    null,
                    cell(first, "journal"),
                    day(first, "operation_date", 0),
                    day(first, "document_date", 0),
                    day(first, "posting_date", 0),
                    cell(first, "period"),
                    kind(first),
                    cell(first, "narration"),
                    cell(first, "document_number"),
                    lines);
            return new Item(key == null ? "" : key, numbers, input, null);
        } catch (RuleViolation refused) {
            return new Item(key == null ? "" : key, numbers, null, refused);
        }
    }

    private EntryInput.Line line(Row row, int at) {
        Map<String, String> dimensions = new TreeMap<>();
        for (String column : columns.keySet()) {
            String value = column.startsWith(DIMENSION) ? cell(row, column) : null;
            if (value != null) {
                dimensions.put(column.substring(DIMENSION.length()), value);
            }
        }
        String open = cell(row, "open_item");
        return new EntryInput.Line(
                cell(row, "account"),
                amount(row, "debit", at),
                amount(row, "credit", at),
                null,
                null,
                party(row, at),
                cell(row, "vat_code"),
                day(row, "due_date", at),
                cell(row, "cost_centre"),
                dimensions,
                cell(row, "text"),
                open == null ? null : List.of("1", "yes", "true", "tak").contains(open.toLowerCase(Locale.ROOT)));
    }

    private @Nullable EntryKind kind(Row row) {
        String text = cell(row, "kind");
        try {
            return text == null ? null : EntryKind.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw unreadable(0, "kind", text);
        }
    }

    private @Nullable UUID party(Row row, int at) {
        String text = cell(row, "party_id");
        String named = text == null ? cell(row, "party") : null;
        if (named != null) {
            return Optional.ofNullable(parties.get(named))
                    .orElseThrow(() ->
                            RuleViolation.ofField("lines[" + at + "].party", "entry-upload.party-unknown", named));
        }
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException unknown) {
            throw unreadable(at, "party_id", text);
        }
    }

    private @Nullable Money amount(Row row, String column, int at) {
        String text = EnteredNumber.plain(cell(row, column));
        try {
            BigDecimal amount = text == null ? null : new BigDecimal(text);
            return amount == null || amount.signum() == 0 ? null : new Money(amount, base);
        } catch (NumberFormatException | ArithmeticException wrong) {
            throw unreadable(at, column, text);
        }
    }

    /** 2026-11-20, 20.11.2026, or the number a spreadsheet keeps for it. */
    private @Nullable LocalDate day(Row row, String column, int at) {
        String text = cell(row, column);
        if (text == null) {
            return null;
        }
        try {
            if (text.matches("\\d{5}(\\.0+)?")) {
                return LocalDate.of(1899, 12, 30).plusDays(Integer.parseInt(text.substring(0, 5)));
            }
            return text.matches("\\d{1,2}\\.\\d{1,2}\\.\\d{4}")
                    ? LocalDate.of(
                            Integer.parseInt(text.substring(text.lastIndexOf('.') + 1)),
                            Integer.parseInt(text.substring(text.indexOf('.') + 1, text.lastIndexOf('.'))),
                            Integer.parseInt(text.substring(0, text.indexOf('.'))))
                    : LocalDate.parse(text);
        } catch (DateTimeException wrong) {
            throw unreadable(at, column, text);
        }
    }

    private static RuleViolation unreadable(int line, String column, @Nullable String text) {
        return RuleViolation.ofField(
                "lines[" + line + "]." + column, "entry-upload.cell-unreadable", column, String.valueOf(text));
    }

    private @Nullable String cell(Row row, String column) {
        Integer at = columns.get(column);
        if (at == null || at >= row.cells().size()) {
            return null;
        }
        String value = row.cells().get(at).strip();
        return value.isEmpty() ? null : value;
    }
}
