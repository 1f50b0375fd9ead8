package io.simbaerp.ledger.chart;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.ledger.Side;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A chart as a table with a head, in UTF-8 or Windows-1252, with semicolons, commas or tabs. The number and one name are
 * needed; our own export has all the columns.
 */
final class TableChart {

    /** What columns are called elsewhere. */
    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("account", "code"),
            Map.entry("accountid", "code"),
            Map.entry("number", "code"),
            Map.entry("konto", "code"),
            Map.entry("numer", "code"),
            Map.entry("nazwa", "name"),
            Map.entry("name_de", "name"),
            Map.entry("description", "name"),
            Map.entry("descriptionnor", "name"),
            Map.entry("descriptionnob", "name"),
            Map.entry("descriptioneng", "name_en"),
            Map.entry("root_type", "type"),
            Map.entry("typ", "type"));

    private TableChart() {}

    /** @throws RuleViolation chart.file-unreadable, chart.column-missing */
    static List<ChartAccount> read(byte[] file) {
        String text = text(file);
        String head = text.lines().findFirst().orElse("");
        char delimiter = head.indexOf(';') >= 0 ? ';' : head.indexOf('\t') >= 0 ? '\t' : ',';
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .get();
        long line = 1;
        try (CSVParser parser = format.parse(new StringReader(text))) {
            Map<String, String> columns = columns(parser.getHeaderNames());
            List<ChartAccount> accounts = new ArrayList<>();
            for (CSVRecord record : parser) {
                line = parser.getCurrentLineNumber();
                accounts.add(account(record, columns, (int) line));
            }
            return columns.containsKey("parent") ? accounts : byNumber(accounts);
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw RuleViolation.ofField("file", "chart.file-unreadable", line + 1);
        } catch (IllegalArgumentException e) {
            throw RuleViolation.ofField("file", "chart.file-unreadable", 1);
        }
    }

    /** Without a column of parents the numbers tell: 402-03 lies below 402 if there is one. */
    private static List<ChartAccount> byNumber(List<ChartAccount> accounts) {
        Set<String> codes = accounts.stream().map(ChartAccount::code).collect(Collectors.toSet());
        return accounts.stream()
                .map(account -> {
                    int dash = Math.max(
                            account.code().lastIndexOf('-'), account.code().lastIndexOf('.'));
                    String above = dash < 0 ? "" : account.code().substring(0, dash);
                    return codes.contains(above) ? account.below(above) : account;
                })
                .toList();
    }

    private static Map<String, String> columns(List<String> names) {
        Map<String, String> columns = new HashMap<>();
        for (String name : names) {
            String lower = name.toLowerCase(Locale.ROOT);
            columns.putIfAbsent(ALIASES.getOrDefault(lower, lower), name);
        }
        if (!columns.containsKey("code")) {
            throw RuleViolation.ofField("file", "chart.column-missing", "code");
        }
        if (!columns.containsKey("name") && !columns.containsKey("name_pl") && !columns.containsKey("name_en")) {
            throw RuleViolation.ofField("file", "chart.column-missing", "name_pl");
        }
        return columns;
    }

    private static ChartAccount account(CSVRecord record, Map<String, String> columns, int line) {
        String code = cell(record, columns, "code");
        String name = cell(record, columns, "name");
        String english = cell(record, columns, "name_en");
        String polish = cell(record, columns, "name_pl");
        String any = first(polish, english, name, code);
        String type = cell(record, columns, "type");
        String category = cell(record, columns, "category");
        String side = cell(record, columns, "side");
        return new ChartAccount(
                line,
                code == null ? "" : code,
                first(english, name, any),
                first(polish, name, any),
                Categories.type(type),
                side == null ? null : side.toUpperCase(Locale.ROOT).startsWith("C") ? Side.CREDIT : Side.DEBIT,
                cell(record, columns, "parent"),
                cell(record, columns, "control"),
                "yes".equals(cell(record, columns, "cost_centre")),
                !"no".equals(cell(record, columns, "postable")),
                cell(record, columns, "currency"),
                category == null ? type : category,
                new ChartAccount.Markers(
                        cell(record, columns, "marker"),
                        cell(record, columns, "second_marker"),
                        cell(record, columns, "tax_marker")));
    }

    private static String first(@Nullable String... texts) {
        for (String text : texts) {
            if (text != null) {
                return text;
            }
        }
        return "";
    }

    private static @Nullable String cell(CSVRecord record, Map<String, String> columns, String column) {
        String name = columns.get(column);
        if (name == null || !record.isSet(name)) {
            return null;
        }
        String value = record.get(name).strip();
        return value.isEmpty() ? null : value;
    }

    private static String text(byte[] file) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            text = new String(file, Charset.forName("windows-1252"));
        }
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }
}
