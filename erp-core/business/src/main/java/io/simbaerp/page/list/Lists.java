package io.simbaerp.page.list;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.Query;
import io.simbaerp.page.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Everything that is listed, by the name of its list: a page for people, ids for programs, all of it for a file. */
@Query(Duty.BELONG_TO_COMPANY)
public class Lists {

    private static final int ON_A_PAGE = 50;
    private static final int MOST_OF_A_PAGE = 200;
    private static final int GROUPED = 10_000;
    private static final int FETCHED_AT_ONCE = 500;

    private final Map<String, ListSource> sources;
    private final ListSql sql;
    private final ListPages pages;
    private final ListChoices choices;
    private final CurrentActor currentActor;
    private final Permission permission;

    Lists(
            List<ListSource> sources,
            ListSql sql,
            ListPages pages,
            ListChoices choices,
            CurrentActor currentActor,
            Permission permission) {
        this.sources = sources.stream()
                .collect(Collectors.toMap(each -> each.descriptor().key(), Function.identity()));
        this.sql = sql;
        this.pages = pages;
        this.choices = choices;
        this.currentActor = currentActor;
        this.permission = permission;
    }

    /**
     * A page of the list as its reader wants it: with their columns, and with their own view where nothing else was asked.
     *
     * @throws io.simbaerp.architecture.RuleViolation list.filter-unknown, list.sort-unknown, list.after-unknown
     */
    public ListView page(String key, MultiValueMap<String, String> parameters) {
        return page(key, parameters, new LinkedMultiValueMap<>());
    }

    /** The same, beginning with this where nothing was asked and the reader has no view of their own. */
    public ListView page(
            String key, MultiValueMap<String, String> parameters, MultiValueMap<String, String> beginning) {
        ListSource source = source(key);
        ListDescriptor list = source.descriptor();
        Acting acting = currentActor.get();
        ListChoices.Choice choice = choices.of(key, acting);
        MultiValueMap<String, String> asked = parameters.isEmpty()
                ? choice.standard().map(SavedView::parameters).orElse(beginning)
                : parameters;
        ListRequest request = ListRequest.of(list, asked);
        List<ListColumn> columns = request.columns().isEmpty() ? choice.columns(list) : request.columns();
        Page<ListRow> rows = rows(list, request, columns, acting, ON_A_PAGE);
        ListSql.Counted matching = rows.next() == null && request.after() == null
                ? new ListSql.Counted(rows.items().size(), false)
                : sql.count(list, request, acting);
        return pages.of(
                source,
                request,
                columns,
                rows,
                new ListPages.Counted(matching, sql.groups(list, request, acting, GROUPED)),
                choice);
    }

    /** The ids of a page, for REST. */
    public Page<UUID> ids(String key, MultiValueMap<String, String> parameters, int limit) {
        ListDescriptor list = source(key).descriptor();
        int most = Math.max(1, Math.min(limit, MOST_OF_A_PAGE));
        return rows(list, ListRequest.of(list, parameters), List.of(), currentActor.get(), most)
                .map(ListRow::id);
    }

    /** Writes every row that matches, with the reader's columns, as it comes from the database. */
    public void export(String key, MultiValueMap<String, String> parameters, ListFile file) {
        ListSource source = source(key);
        ListDescriptor list = source.descriptor();
        MultiValueMap<String, String> asked = new LinkedMultiValueMap<>(parameters);
        asked.remove("after");
        Acting acting = currentActor.get();
        ListRequest request = ListRequest.of(list, asked);
        List<ListColumn> columns =
                request.columns().isEmpty() ? choices.of(key, acting).columns(list) : request.columns();
        file.begin(pages.heads(list, columns));
        try (Stream<ListRow> rows = sql
                .rows(list, request, columns, acting, 0)
                .withFetchSize(FETCHED_AT_ONCE)
                .query((row, n) -> row(row, columns, false))
                .stream()) {
            rows.forEach(row -> file.row(pages.values(source, columns, row)));
        }
        file.end();
    }

    /** The list of this name, if there is one and the reader may see it. */
    public ListSource source(String key) {
        ListSource source = sources.get(key);
        if (source == null) {
            throw new NotFound("list", key);
        }
        permission.require(source.descriptor().duty());
        return source;
    }

    /**
     * A saved view under its name.
     *
     * @param query search, filters, sorting, grouping and columns as in the list's address
     * @param owner whose it is; nobody else changes it
     * @param sharedWith the duty whose holders see it; nothing where everybody does, or nobody
     */
    public record View(
            UUID id,
            String name,
            String query,
            UUID owner,
            boolean mine,
            boolean shared,
            @Nullable String sharedWith) {}

    /**
     * The saved views of a list that its reader may use, their own and those shared with them, by name.
     *
     * @throws NotFound if there is no such list
     */
    public List<View> views(String list) {
        source(list);
        return choices.of(list, currentActor.get()).views().stream()
                .map(view -> new View(
                        view.id(),
                        view.name(),
                        view.query(),
                        view.owner(),
                        view.mine(),
                        view.shared(),
                        view.sharedWith()))
                .toList();
    }

    private Page<ListRow> rows(
            ListDescriptor list, ListRequest request, List<ListColumn> columns, Acting acting, int limit) {
        List<ListRow> rows = sql.rows(list, request, columns, acting, limit + 1)
                .query((row, n) -> row(row, columns, request.grouping() != null))
                .list();
        return Page.cut(
                rows, limit, row -> new ListCursor(request.place(), row.sortValue(), row.id(), row.group()).text());
    }

    private static ListRow row(ResultSet row, List<ListColumn> columns, boolean grouped) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>();
        List<@Nullable Object> beside = new ArrayList<>();
        for (int at = 0; at < columns.size(); at++) {
            values.add(row.getObject("c" + at));
            beside.add(columns.get(at).beside() == null ? null : row.getObject("b" + at));
        }
        return new ListRow(
                row.getObject("row_id", UUID.class),
                row.getString("sort_value"),
                grouped ? row.getString("group_value") : null,
                values,
                beside);
    }
}
