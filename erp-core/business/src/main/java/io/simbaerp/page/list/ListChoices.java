package io.simbaerp.page.list;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.Duty;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people chose for a list: views with a name, the columns, the view it opens with. */
@Component
class ListChoices {

    private static final String SELECT = """
            select v.id, v.name, v.query, v.owner, v.owner = :person as mine, v.shared, v.shared_with, null as columns,
                   v.id = c.view_id as standard
              from page.list_view v
              left join page.list_choice c on c.company_id = v.company_id and c.person = :person and c.list = v.list
             where v.company_id = :company and v.list = :list and (v.owner = :person or v.shared
                   and (v.shared_with is null or v.shared_with = any (cast(:duties as text[]))))
             union all
            select null, '', '', null, true, false, null, c.columns, false
              from page.list_choice c
             where c.company_id = :company and c.person = :person and c.list = :list and c.columns is not null
             order by 2, 1""";

    private final JdbcClient jdbc;

    ListChoices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Everything the reader may choose of a list and has chosen. */
    record Choice(List<SavedView> views, Optional<SavedView> standard, List<String> chosenColumns) {

        List<ListColumn> columns(ListDescriptor list) {
            List<ListColumn> known = chosenColumns.stream()
                    .flatMap(name -> list.column(name).stream())
                    .toList();
            return known.isEmpty() ? list.shown() : known;
        }
    }

    private record Row(@Nullable SavedView view, boolean standard, List<String> columns) {}

    Choice of(String list, Acting acting) {
        Optional<UUID> person = acting.actor().userId();
        if (person.isEmpty()) {
            return new Choice(List.of(), Optional.empty(), List.of());
        }
        List<Row> rows = jdbc.sql(SELECT)
                .param("company", acting.company().value())
                .param("person", person.get())
                .param("list", list)
                .param("duties", acting.duties().stream().map(Duty::name).toArray(String[]::new))
                .query(ListChoices::row)
                .list();
        return new Choice(
                rows.stream()
                        .flatMap(row -> Optional.ofNullable(row.view()).stream())
                        .toList(),
                rows.stream()
                        .filter(Row::standard)
                        .flatMap(row -> Optional.ofNullable(row.view()).stream())
                        .findFirst(),
                rows.stream().flatMap(row -> row.columns().stream()).toList());
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        if (id == null) {
            return new Row(
                    null, false, List.of((String[]) row.getArray("columns").getArray()));
        }
        SavedView view = new SavedView(
                id,
                row.getString("name"),
                row.getString("query"),
                row.getObject("owner", UUID.class),
                row.getBoolean("mine"),
                row.getBoolean("shared"),
                row.getString("shared_with"));
        return new Row(view, row.getBoolean("standard"), List.of());
    }
}
