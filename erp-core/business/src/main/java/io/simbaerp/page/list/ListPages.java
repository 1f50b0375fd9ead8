package io.simbaerp.page.list;

import io.simbaerp.page.Formats;
import io.simbaerp.page.Page;
import io.simbaerp.page.RuleTexts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a page of a list into words and addresses. */
@Component
class ListPages {

    private final ListCells cells;
    private final RuleTexts texts;
    private final Formats formats;
    private final ListOffers offers;

    ListPages(ListCells cells, RuleTexts texts, Formats formats, ListOffers offers) {
        this.cells = cells;
        this.texts = texts;
        this.formats = formats;
        this.offers = offers;
    }

    /**
     * How many rows match.
     *
     * @param groups of each group, where rows are grouped and that is known
     */
    record Counted(ListSql.Counted matching, Map<String, Integer> groups) {}

    ListView of(
            ListSource source,
            ListRequest request,
            List<ListColumn> columns,
            Page<ListRow> page,
            Counted counted,
            ListChoices.Choice choice) {
        ListDescriptor list = source.descriptor();
        ListAddress address = ListAddress.of(list, request);
        String next = page.next();
        List<ListSource.Preset> presets = source.presets();
        Optional<ListSource.Preset> on =
                presets.stream().filter(preset -> address.isAt(preset.query())).findFirst();
        return new ListView(
                place(list, address, on.orElse(null)),
                wish(source, request, address),
                offers.of(source, new ListOffers.Asked(request, address, columns), presets, on.orElse(null), choice),
                columns.stream()
                        .map(column -> head(list, column, request, address))
                        .toList(),
                cells.rows(source, columns, request, page.items(), counted.groups()),
                count(counted.matching()),
                next == null ? null : address.after(next),
                request.after() == null ? null : address.whole());
    }

    private static ListView.Place place(ListDescriptor list, ListAddress address, ListSource.@Nullable Preset on) {
        return new ListView.Place(
                list.key(),
                list.path(),
                list.words(),
                list.search() != null,
                address.plain(),
                on == null ? list.words() + ".none" : on.none(),
                on == null ? list.words() + ".none-yet" : on.none() + "-text");
    }

    private ListView.Wish wish(ListSource source, ListRequest request, ListAddress address) {
        return new ListView.Wish(
                address.query(),
                request.text(),
                request.order(),
                request.grouping() == null ? null : request.grouping().key(),
                request.columns().isEmpty() ? null : keys(request.columns()),
                request.isFiltered(),
                chips(source, request, address),
                panel(request));
    }

    private static String keys(List<ListColumn> columns) {
        return columns.stream().map(ListColumn::key).collect(Collectors.joining(","));
    }

    List<String> heads(ListDescriptor list, List<ListColumn> columns) {
        List<String> heads = new ArrayList<>();
        for (ListColumn column : columns) {
            heads.add(label(list, column));
            if (column.kind() == ListColumn.Kind.AMOUNT) {
                heads.add(word("page.list-currency"));
            }
        }
        return heads;
    }

    List<@Nullable Object> values(ListSource source, List<ListColumn> columns, ListRow row) {
        return cells.values(source, columns, row);
    }

    private String count(ListSql.Counted matching) {
        String figure = formats.number(matching.rows());
        return matching.more() ? texts.message("page.list-more-than", List.of(figure)) : figure;
    }

    private List<ListView.Chip> chips(ListSource source, ListRequest request, ListAddress address) {
        ListDescriptor list = source.descriptor();
        List<ListView.Chip> chips = new ArrayList<>();
        String text = request.text();
        if (text != null) {
            chips.add(new ListView.Chip(word("page.list-search"), text, address.without("text")));
        }
        request.filters().forEach((filter, given) -> {
            if (!filter.panel() && !filter.isStandard(given)) {
                chips.add(new ListView.Chip(
                        label(list, filter),
                        given.stream()
                                .map(value -> shown(source, filter, value))
                                .collect(Collectors.joining(", ")),
                        address.without(filter.key())));
            }
        });
        return chips;
    }

    private String shown(ListSource source, ListFilter filter, String value) {
        if (filter.words() != null) {
            String word = word(filter.words() + value);
            return word.startsWith(filter.words()) ? value : word;
        }
        return switch (filter.kind()) {
            case DATE -> formats.date(LocalDate.parse(value));
            case ID -> {
                String name = source.nameOf(filter.key(), UUID.fromString(value));
                yield name == null ? word("page.list-this-one") : name;
            }
            default -> value;
        };
    }

    private ListView.Head head(ListDescriptor list, ListColumn column, ListRequest request, ListAddress address) {
        boolean sorted = column.equals(request.sort());
        boolean thenFalling = sorted && !request.falling();
        return new ListView.Head(
                label(list, column),
                column.place(),
                column.right(),
                column.sort() == null ? null : address.sorted((thenFalling ? "-" : "") + column.key()),
                sorted,
                sorted && request.falling());
    }

    private static List<ListView.Choice> panel(ListRequest request) {
        return request.filters().entrySet().stream()
                .filter(filter -> filter.getKey().panel())
                .flatMap(filter -> filter.getValue().stream()
                        .map(value -> new ListView.Choice(filter.getKey().key(), value, true)))
                .toList();
    }

    private String label(ListDescriptor list, ListColumn column) {
        return word(list.words() + ".column." + column.key());
    }

    private String label(ListDescriptor list, ListFilter filter) {
        return word(list.words() + ".filter." + filter.key());
    }

    private String word(String key) {
        return texts.message(key, List.of());
    }
}
