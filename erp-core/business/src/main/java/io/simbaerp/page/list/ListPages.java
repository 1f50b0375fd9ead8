package io.simbaerp.page.list;

import io.simbaerp.architecture.Permission;
import io.simbaerp.page.Formats;
import io.simbaerp.page.Page;
import io.simbaerp.page.RuleTexts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
    private final Permission permission;

    ListPages(ListCells cells, RuleTexts texts, Formats formats, Permission permission) {
        this.cells = cells;
        this.texts = texts;
        this.formats = formats;
        this.permission = permission;
    }

    ListView of(
            ListSource source,
            ListRequest request,
            List<ListColumn> columns,
            Page<ListRow> page,
            ListSql.Counted matching,
            ListChoices.Choice choice) {
        ListDescriptor list = source.descriptor();
        ListAddress address = ListAddress.of(list, request);
        String next = page.next();
        String query = address.query();
        List<ListSource.Preset> presets = source.presets();
        Optional<ListSource.Preset> on =
                presets.stream().filter(preset -> address.isAt(preset.query())).findFirst();
        List<ListView.Link> views = views(list, choice, query);
        return new ListView(
                place(list, address, on.orElse(null)),
                wish(source, request, address),
                offer(source, request, columns, presets, on.orElse(null), views),
                columns.stream()
                        .map(column -> head(list, column, request, address))
                        .toList(),
                cells.rows(source, columns, request, page.items()),
                count(matching),
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
                request.isFiltered(),
                chips(source, request, address),
                panel(request));
    }

    private ListView.Offer offer(
            ListSource source,
            ListRequest request,
            List<ListColumn> columns,
            List<ListSource.Preset> presets,
            ListSource.@Nullable Preset on,
            List<ListView.Link> views) {
        ListDescriptor list = source.descriptor();
        return new ListView.Offer(
                list.filters().stream()
                        .filter(filter -> filter.kind() != ListFilter.Kind.ID && !filter.panel())
                        .map(filter -> field(list, filter, request))
                        .toList(),
                presets(source, presets, on),
                views,
                views.stream()
                        .filter(ListView.Link::on)
                        .map(ListView.Link::name)
                        .findFirst()
                        .orElse(null),
                choices(list, columns),
                actions(source));
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

    private ListView.Field field(ListDescriptor list, ListFilter filter, ListRequest request) {
        List<String> given = request.filters().getOrDefault(filter, List.of());
        boolean choice = filter.kind() == ListFilter.Kind.CHOICE || filter.kind() == ListFilter.Kind.CHOICE_OR_OTHER;
        return new ListView.Field(
                filter.key(),
                choice ? "choice" : filter.kind().name().toLowerCase(java.util.Locale.ROOT),
                label(list, filter),
                given.isEmpty() ? "" : given.get(0),
                filter.values().stream()
                        .map(value -> new ListView.Choice(
                                value,
                                filter.words() == null ? value : word(filter.words() + value),
                                given.contains(value)))
                        .toList());
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

    private List<ListView.Preset> presets(
            ListSource source, List<ListSource.Preset> presets, ListSource.@Nullable Preset on) {
        String path = source.descriptor().path();
        return presets.stream()
                .map(preset -> new ListView.Preset(
                        word(preset.label()), path + "?" + preset.query(), preset.count(), preset.equals(on)))
                .toList();
    }

    private static List<ListView.Link> views(ListDescriptor list, ListChoices.Choice choice, String query) {
        UUID standard = choice.standard().map(SavedView::id).orElse(null);
        return choice.views().stream()
                .map(view -> new ListView.Link(
                        view.id(),
                        view.name(),
                        list.path() + "?" + (view.query().isEmpty() ? "sort=" + list.sort() : view.query()),
                        view.mine(),
                        view.shared(),
                        view.id().equals(standard),
                        view.query().equals(query)))
                .toList();
    }

    /** Those that are there first, in their order, then the others. */
    private List<ListView.Choice> choices(ListDescriptor list, List<ListColumn> columns) {
        List<ListColumn> all = new ArrayList<>(columns);
        list.columns().stream().filter(column -> !columns.contains(column)).forEach(all::add);
        return all.stream()
                .map(column -> new ListView.Choice(column.key(), label(list, column), columns.contains(column)))
                .toList();
    }

    private List<ListView.Action> actions(ListSource source) {
        return source.actions().stream()
                .filter(action -> permission.has(action.duty()))
                .map(action -> new ListView.Action(
                        action.key(), word(source.descriptor().words() + ".bulk." + action.key())))
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
