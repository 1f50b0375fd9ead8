package io.simbaerp.page.list;

import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import io.simbaerp.page.CurrentReader;
import io.simbaerp.page.Formats;
import io.simbaerp.page.RuleTexts;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the values of rows: into cells of a page, into values of a file. */
@Component
class ListCells {

    private final Formats formats;
    private final RuleTexts texts;
    private final CurrentReader reader;

    ListCells(Formats formats, RuleTexts texts, CurrentReader reader) {
        this.formats = formats;
        this.texts = texts;
        this.reader = reader;
    }

    /** @param counts how many rows each group has, where that is known */
    List<ListView.Row> rows(
            ListSource source,
            List<ListColumn> columns,
            ListRequest request,
            List<ListRow> rows,
            Map<String, Integer> counts) {
        List<ListView.Row> shown = new ArrayList<>();
        String before = null;
        for (ListRow row : rows) {
            String group = heading(source, request, row, counts);
            shown.add(row(source, columns, row, Objects.equals(group, before) ? null : group));
            before = group;
        }
        return shown;
    }

    private @Nullable String heading(ListSource source, ListRequest request, ListRow row, Map<String, Integer> counts) {
        ListDescriptor.Grouping grouping = request.grouping();
        if (grouping == null || row.group() == null) {
            return source.group(request.sort().key(), request.falling(), row.sortValue());
        }
        Integer count = counts.get(row.group());
        String words = source.grouped(grouping.key(), row.group());
        return count == null ? words : words + " · " + formats.number(count);
    }

    private ListView.Row row(ListSource source, List<ListColumn> columns, ListRow row, @Nullable String group) {
        String href = source.descriptor().path() + "/" + row.id();
        List<ListView.Placed> cells = new ArrayList<>();
        String name = "";
        for (int at = 0; at < columns.size(); at++) {
            ListColumn column = columns.get(at);
            ListCell cell =
                    cell(source, column, row.values().get(at), row.beside().get(at), row.id(), href);
            cells.add(new ListView.Placed(column.place(), column.right(), cell));
            if (column.kind() == ListColumn.Kind.LINK) {
                name = cell.text();
            }
        }
        return new ListView.Row(row.id(), href, name, group, cells);
    }

    private ListCell cell(
            ListSource source,
            ListColumn column,
            @Nullable Object value,
            @Nullable Object beside,
            UUID id,
            String href) {
        if (column.kind() == ListColumn.Kind.OWN) {
            return source.cell(column.key(), value, beside, id);
        }
        if (value == null) {
            return column.kind() == ListColumn.Kind.LINK
                    ? ListCell.link(word(source.descriptor().words() + ".unnamed"), href)
                    : ListCell.text("");
        }
        return switch (column.kind()) {
            case LINK -> ListCell.link(value.toString(), href);
            case REFERENCE ->
                beside == null
                        ? ListCell.text(value.toString())
                        : ListCell.link(value.toString(), column.words() + beside);
            case WORD -> word(source, column, value.toString());
            case DATE -> ListCell.text(formats.date(date(value)));
            case INSTANT -> ListCell.text(formats.instant(instant(value)));
            case AMOUNT -> ListCell.amount(money(value, beside));
            case NUMBER -> ListCell.text(formats.number(((Number) value).longValue()));
            default -> ListCell.text(value.toString());
        };
    }

    private ListCell word(ListSource source, ListColumn column, String value) {
        String tone = source.tone(column.key(), value);
        String word = word(column.words() + value);
        return tone == null ? ListCell.text(word) : ListCell.pill(tone, word);
    }

    /** The word of a key, or what stands after the last dot where nobody has a word for it. */
    private String word(String key) {
        String word = texts.message(key, List.of());
        return word.equals(key) ? key.substring(key.lastIndexOf('.') + 1) : word;
    }

    /** The same as a file holds them: an amount is a figure and, beside it, its currency. */
    List<@Nullable Object> values(ListSource source, List<ListColumn> columns, ListRow row) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int at = 0; at < columns.size(); at++) {
            ListColumn column = columns.get(at);
            Object value = row.values().get(at);
            Object beside = row.beside().get(at);
            if (column.kind() == ListColumn.Kind.AMOUNT) {
                Money money = money(value, beside);
                values.add(money == null ? null : money.amount());
                values.add(money == null ? null : money.currency().toString());
            } else {
                values.add(inFile(source, column, value, beside, row.id()));
            }
        }
        return values;
    }

    private @Nullable Object inFile(
            ListSource source, ListColumn column, @Nullable Object value, @Nullable Object beside, UUID id) {
        if (column.kind() == ListColumn.Kind.OWN) {
            return value instanceof java.sql.Timestamp
                    ? local(value)
                    : source.cell(column.key(), value, beside, id).text();
        }
        if (value == null) {
            return null;
        }
        return switch (column.kind()) {
            case WORD -> word(column.words() + value);
            case DATE -> date(value);
            case INSTANT -> local(value);
            case NUMBER -> ((Number) value).longValue();
            default -> value.toString();
        };
    }

    private LocalDateTime local(Object value) {
        ZoneId zone = reader.zone();
        return LocalDateTime.ofInstant(instant(value), zone);
    }

    private static @Nullable Money money(@Nullable Object value, @Nullable Object currency) {
        return value instanceof BigDecimal figure && currency != null
                ? new Money(figure, CurrencyCode.of(currency.toString())).rounded()
                : null;
    }

    private static LocalDate date(Object value) {
        return ((java.sql.Date) value).toLocalDate();
    }

    private static Instant instant(Object value) {
        return ((java.sql.Timestamp) value).toInstant();
    }
}
