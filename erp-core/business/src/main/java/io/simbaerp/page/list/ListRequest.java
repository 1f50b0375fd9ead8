package io.simbaerp.page.list;

import io.simbaerp.architecture.RuleViolation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What was asked of a list, checked against its descriptor.
 *
 * @param filters those that are on, as entered
 * @param sort the column, which can be sorted
 * @param grouping what rows are grouped by before they are sorted; nothing for no groups
 * @param columns the columns that were asked for; none for those the reader chose
 */
record ListRequest(
        @Nullable String text,
        Map<ListFilter, List<String>> filters,
        ListColumn sort,
        boolean falling,
        ListDescriptor.@Nullable Grouping grouping,
        List<ListColumn> columns,
        @Nullable ListCursor after) {

    /**
     * @throws RuleViolation list.filter-unknown, list.sort-unknown, list.group-unknown, list.column-unknown,
     *     list.after-unknown
     */
    static ListRequest of(ListDescriptor list, MultiValueMap<String, String> asked) {
        String sort = first(asked, "sort");
        String order = sort == null ? list.sort() : sort;
        boolean falling = order.startsWith("-");
        ListColumn column = list.column(falling ? order.substring(1) : order)
                .filter(found -> found.sort() != null)
                .orElseThrow(() -> RuleViolation.ofField("sort", "list.sort-unknown", order));
        ListDescriptor.Grouping grouping = grouping(list, first(asked, "group"));
        String after = first(asked, "after");
        return new ListRequest(
                first(asked, "text"),
                filters(list, asked),
                column,
                falling,
                grouping,
                columns(list, first(asked, "columns")),
                after == null ? null : ListCursor.parse(after, place(order, grouping), column, grouping != null));
    }

    private static Map<ListFilter, List<String>> filters(ListDescriptor list, MultiValueMap<String, String> asked) {
        Map<ListFilter, List<String>> filters = new LinkedHashMap<>();
        for (ListFilter filter : list.filters()) {
            List<String> given = asked.getOrDefault(filter.key(), List.of()).stream()
                    .filter(value -> !value.isBlank())
                    .map(String::strip)
                    .distinct()
                    .toList();
            if (!given.isEmpty()) {
                check(filter, given);
                filters.put(filter, given);
            } else if (filter.standard() != null) {
                filters.put(filter, List.of(filter.standard()));
            }
        }
        return filters;
    }

    private static ListDescriptor.@Nullable Grouping grouping(ListDescriptor list, @Nullable String asked) {
        return asked == null
                ? null
                : list.groupings().stream()
                        .filter(each -> each.key().equals(asked))
                        .findFirst()
                        .orElseThrow(() -> RuleViolation.ofField("group", "list.group-unknown", asked));
    }

    private static List<ListColumn> columns(ListDescriptor list, @Nullable String asked) {
        return asked == null
                ? List.of()
                : Stream.of(asked.split(","))
                        .distinct()
                        .map(name -> list.column(name)
                                .orElseThrow(() -> RuleViolation.ofField("columns", "list.column-unknown", name)))
                        .toList();
    }

    /** In which order of which groups a page ended. */
    String place() {
        return place(order(), grouping);
    }

    private static String place(String order, ListDescriptor.@Nullable Grouping grouping) {
        return grouping == null ? order : order + "@" + grouping.key();
    }

    String order() {
        return (falling ? "-" : "") + sort.key();
    }

    boolean isFiltered() {
        return text != null
                || filters.entrySet().stream()
                        .anyMatch(filter ->
                                !filter.getKey().panel() && !filter.getKey().isStandard(filter.getValue()));
    }

    /** The value as it is bound. */
    static Object bound(ListFilter filter, List<String> given) {
        String value = given.get(0);
        return switch (filter.kind()) {
            case CHOICE, CHOICE_OR_OTHER -> given.toArray(String[]::new);
            case DATE -> LocalDate.parse(value);
            case AMOUNT -> hundredths(value);
            case ID -> UUID.fromString(value);
            default -> value;
        };
    }

    private static void check(ListFilter filter, List<String> given) {
        boolean chosen = filter.kind() == ListFilter.Kind.CHOICE || filter.kind() == ListFilter.Kind.CASE;
        try {
            if (chosen && !filter.values().isEmpty() && !filter.values().containsAll(given)) {
                throw new IllegalArgumentException();
            }
            bound(filter, given);
        } catch (IllegalArgumentException | DateTimeParseException | ArithmeticException e) {
            throw RuleViolation.ofField(filter.key(), "list.filter-unknown", String.join(", ", given));
        }
    }

    /** 1 234,56 and 1234.56 in hundredths, as sorted columns hold them. */
    private static long hundredths(String entered) {
        String figure = entered.replaceAll("[\\s\u00a0\u202f]", "").replace('\u2212', '-');
        String plain = figure.indexOf('.') < 0 ? figure.replace(',', '.') : figure;
        return new BigDecimal(plain)
                .movePointRight(2)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    static @Nullable String first(MultiValueMap<String, String> asked, String name) {
        String value = asked.getFirst(name);
        return value == null || value.isBlank() ? null : value.strip();
    }
}
