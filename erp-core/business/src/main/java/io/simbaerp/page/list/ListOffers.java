package io.simbaerp.page.list;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.page.PageReaders;
import io.simbaerp.page.RuleTexts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts into words what can be chosen for a list and done with its rows. */
@Component
class ListOffers {

    private final RuleTexts texts;
    private final Permission permission;
    private final CurrentActor currentActor;
    private final ObjectProvider<PageReaders.Names> names;

    ListOffers(
            RuleTexts texts,
            Permission permission,
            CurrentActor currentActor,
            ObjectProvider<PageReaders.Names> names) {
        this.texts = texts;
        this.permission = permission;
        this.currentActor = currentActor;
        this.names = names;
    }

    /** What was asked, the addresses that follow from it, and the columns that are shown. */
    record Asked(ListRequest request, ListAddress address, List<ListColumn> columns) {}

    ListView.Offer of(
            ListSource source,
            Asked asked,
            List<ListSource.Preset> presets,
            ListSource.@Nullable Preset on,
            ListChoices.Choice choice) {
        ListDescriptor list = source.descriptor();
        List<ListView.Link> views = views(list, choice, asked.address().query());
        return new ListView.Offer(
                list.filters().stream()
                        .filter(filter -> filter.kind() != ListFilter.Kind.ID && !filter.panel())
                        .map(filter -> field(list, filter, asked.request()))
                        .toList(),
                presets(source, presets, on),
                views,
                views.stream()
                        .filter(ListView.Link::on)
                        .map(ListView.Link::name)
                        .findFirst()
                        .orElse(null),
                choices(list, asked.columns()),
                groups(list, asked),
                duties(),
                actions(source));
    }

    private List<ListView.Preset> groups(ListDescriptor list, Asked asked) {
        if (list.groupings().isEmpty()) {
            return List.of();
        }
        ListDescriptor.Grouping present = asked.request().grouping();
        List<ListView.Preset> groups = new ArrayList<>();
        groups.add(new ListView.Preset(
                word("page.list-group-none"), asked.address().without("group"), null, present == null));
        list.groupings()
                .forEach(each -> groups.add(new ListView.Preset(
                        word(list.words() + ".group." + each.key()),
                        asked.address().grouped(each.key()),
                        null,
                        each.equals(present))));
        return groups;
    }

    /** The reader's own: a view is shared with those who do the same work. */
    private List<ListView.Choice> duties() {
        return currentActor.get().duties().stream()
                .filter(duty -> duty != Duty.BELONG_TO_COMPANY)
                .map(duty -> new ListView.Choice(duty.name(), word("duty." + duty.name()), false))
                .sorted(Comparator.comparing(ListView.Choice::label))
                .toList();
    }

    private ListView.Field field(ListDescriptor list, ListFilter filter, ListRequest request) {
        List<String> given = request.filters().getOrDefault(filter, List.of());
        boolean choice = filter.kind() == ListFilter.Kind.CHOICE || filter.kind() == ListFilter.Kind.CHOICE_OR_OTHER;
        return new ListView.Field(
                filter.key(),
                choice ? "choice" : filter.kind().name().toLowerCase(java.util.Locale.ROOT),
                word(list.words() + ".filter." + filter.key()),
                given.isEmpty() ? "" : given.get(0),
                filter.values().stream()
                        .map(value -> new ListView.Choice(
                                value,
                                filter.words() == null ? value : word(filter.words() + value),
                                given.contains(value)))
                        .toList());
    }

    private List<ListView.Preset> presets(
            ListSource source, List<ListSource.Preset> presets, ListSource.@Nullable Preset on) {
        String path = source.descriptor().path();
        return presets.stream()
                .map(preset -> new ListView.Preset(
                        word(preset.label()), path + "?" + preset.query(), preset.count(), preset.equals(on)))
                .toList();
    }

    private @Nullable String owner(SavedView view) {
        PageReaders.Names known = names.getIfAvailable();
        return view.mine() ? null : known == null ? "" : known.nameOf(view.owner());
    }

    private List<ListView.Link> views(ListDescriptor list, ListChoices.Choice choice, String query) {
        UUID standard = choice.standard().map(SavedView::id).orElse(null);
        return choice.views().stream()
                .map(view -> new ListView.Link(
                        view.id(),
                        view.name(),
                        list.path() + "?" + (view.query().isEmpty() ? "sort=" + list.sort() : view.query()),
                        owner(view),
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
                .map(column -> new ListView.Choice(
                        column.key(), word(list.words() + ".column." + column.key()), columns.contains(column)))
                .toList();
    }

    private List<ListView.Action> actions(ListSource source) {
        return source.actions().stream()
                .filter(action -> permission.has(action.duty()))
                .map(action -> new ListView.Action(
                        action.key(), word(source.descriptor().words() + ".bulk." + action.key())))
                .toList();
    }

    private String word(String key) {
        return texts.message(key, List.of());
    }
}
