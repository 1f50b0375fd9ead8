package io.simbaerp.page.list;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.Duty;
import io.simbaerp.page.CurrentReader;
import java.sql.ResultSet;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes the statement of a list out of its descriptor and what was asked. Values are always parameters; the statement
 * names only the filters that are on, so that each combination gets a plan of its own.
 *
 * <p>Conditions may use these parameters besides their own: company, person, own (nobody while the reader acts for
 * another), duties, grants, limited (whether a duty of the reader reaches less than everywhere), today, now, tomorrow,
 * nextWeek, zone.
 */
@Component
class ListSql {

    private static final int COUNTED = 1000;
    private static final int COUNTED_BY_WALK = 100;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final CurrentReader reader;

    ListSql(JdbcClient jdbc, Clock clock, CurrentReader reader) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.reader = reader;
    }

    /** The rows with these columns, in order; without a limit, all of them. */
    JdbcClient.StatementSpec rows(
            ListDescriptor list, ListRequest asked, List<ListColumn> columns, Acting acting, int limit) {
        return bind(text(list, asked, columns, limit), asked, acting).param("limit", limit);
    }

    String text(ListDescriptor list, ListRequest asked, List<ListColumn> columns, int limit) {
        ListSort sort = sort(asked);
        StringBuilder sql = new StringBuilder("select ")
                .append(list.id())
                .append(" as row_id, cast(")
                .append(sort.sql())
                .append(" as text) as sort_value");
        for (int at = 0; at < columns.size(); at++) {
            ListColumn column = columns.get(at);
            sql.append(", ").append(column.sql()).append(" as c").append(at);
            if (column.beside() != null) {
                sql.append(", ").append(column.beside()).append(" as b").append(at);
            }
        }
        ListDescriptor.Grouping grouping = asked.grouping();
        if (grouping != null) {
            sql.append(", ").append(grouping.sql()).append(" as group_value");
        }
        sql.append(from(list, asked, limit));
        if (asked.after() != null) {
            sql.append(" and ").append(beyond(list, sort, asked));
        }
        sql.append(" order by ").append(order(list, sort, grouping, asked.falling() ? " desc" : " asc"));
        if (limit > 0) {
            sql.append(" limit :limit");
        }
        return sql.toString();
    }

    private static String from(ListDescriptor list, ListRequest asked, int limit) {
        String walk = limit > 0 ? walk(list, asked, asked.after() != null) : null;
        return walk == null
                ? " from " + list.from() + " where " + conditions(list, asked)
                : " from (" + walk + ") walked join " + list.from() + " on " + list.company() + " = :company and "
                        + list.id() + " = walked.id where true";
    }

    /** How many match on all pages together, counted no further than is quick. */
    Counted count(ListDescriptor list, ListRequest asked, Acting acting) {
        String walk = walk(list, asked, false);
        int most = walk == null ? COUNTED : COUNTED_BY_WALK;
        String sql = "select count(*) from (select 1 from "
                + (walk == null ? list.from() + " where " + conditions(list, asked) : "(" + walk + ") walked")
                + " limit :limit) counted";
        int rows = bind(sql, asked, acting)
                .param("limit", most + 1)
                .query(Integer.class)
                .single();
        return new Counted(Math.min(rows, most), rows > most);
    }

    /** How many rows match, or that there are more than these. */
    record Counted(int rows, boolean more) {}

    private static @Nullable String walk(ListDescriptor list, ListRequest asked, boolean after) {
        ListWalk walk = list.walk();
        if (walk == null || asked.grouping() != null) {
            return null;
        }
        Map<String, List<String>> filters = new LinkedHashMap<>();
        Map<String, String> conditions = new LinkedHashMap<>();
        asked.filters().forEach((filter, given) -> {
            filters.put(filter.key(), given);
            conditions.put(filter.key(), "(" + condition(filter, given) + ")");
        });
        return walk.ids(new ListWalk.Asked(
                filters, conditions, asked.text() != null, asked.sort().key(), asked.falling(), after));
    }

    private static ListSort sort(ListRequest asked) {
        ListSort sort = asked.sort().sort();
        if (sort == null) {
            throw new IllegalStateException(asked.sort().key() + " isn't sorted by");
        }
        return sort;
    }

    private static String order(
            ListDescriptor list, ListSort sort, ListDescriptor.@Nullable Grouping grouping, String direction) {
        return (grouping == null ? "" : grouping.sql() + ", ")
                + sort.sql()
                + direction
                + (sort.unique() ? "" : ", " + list.id() + direction);
    }

    private static String beyond(ListDescriptor list, ListSort sort, ListRequest asked) {
        String sign = asked.falling() ? " < " : " > ";
        String sorted = sort.unique()
                ? sort.sql() + sign + sort.bound()
                : bound(list, sort, asked) + "(" + sort.sql() + ", " + list.id() + ")" + sign + "(" + sort.bound()
                        + ", :afterId)";
        ListDescriptor.Grouping grouping = asked.grouping();
        return grouping == null
                ? sorted
                : "(" + grouping.sql() + " > :afterGroup or " + grouping.sql() + " = :afterGroup and " + sorted + ")";
    }

    /** A place made of two tables bounds no index, so where the value is of another table than the id it is said once more. */
    private static String bound(ListDescriptor list, ListSort sort, ListRequest asked) {
        String ofRow = list.id().substring(0, list.id().indexOf('.') + 1);
        return sort.sql().startsWith(ofRow)
                ? ""
                : sort.sql() + (asked.falling() ? " <= " : " >= ") + sort.bound() + " and ";
    }

    /** How many rows each group has, none where there are more than so many in all. */
    Map<String, Integer> groups(ListDescriptor list, ListRequest asked, Acting acting, int most) {
        ListDescriptor.Grouping grouping = asked.grouping();
        Map<String, Integer> groups = new HashMap<>();
        if (grouping != null) {
            String sql = "select group_value, count(*) from (select " + grouping.sql() + " as group_value from "
                    + list.from() + " where " + conditions(list, asked) + " limit :limit) counted group by group_value";
            bind(sql, asked, acting).param("limit", most + 1).query((ResultSet row) -> {
                groups.put(row.getString(1), row.getInt(2));
            });
        }
        int all = groups.values().stream().mapToInt(Integer::intValue).sum();
        return all > most ? Map.of() : groups;
    }

    private static String conditions(ListDescriptor list, ListRequest asked) {
        List<String> conditions = new ArrayList<>();
        conditions.add(list.company() + " = :company");
        if (list.where() != null) {
            conditions.add(list.where());
        }
        if (asked.text() != null && list.search() != null) {
            conditions.add(list.search());
        }
        asked.filters().forEach((filter, given) -> conditions.add("(" + condition(filter, given) + ")"));
        return String.join(" and ", conditions);
    }

    private static String condition(ListFilter filter, List<String> given) {
        return filter.kind() == ListFilter.Kind.CASE
                ? given.stream()
                        .map(filter.cases()::get)
                        .reduce((a, b) -> a + " or " + b)
                        .orElse("true")
                : filter.sql();
    }

    private OffsetDateTime startOfDay(Instant now, int daysOn) {
        return LocalDate.ofInstant(now, reader.zone())
                .plusDays(daysOn)
                .atStartOfDay(reader.zone())
                .toOffsetDateTime();
    }

    JdbcClient.StatementSpec bind(String sql, ListRequest asked, Acting acting) {
        Instant now = clock.instant();
        JdbcClient.StatementSpec statement = jdbc.sql(sql)
                .param("company", acting.company().value())
                .param("person", acting.principal().orElse(null), Types.OTHER)
                .param("own", acting.self().orElse(null), Types.OTHER)
                .param("duties", acting.duties().stream().map(Duty::name).toArray(String[]::new))
                .param("grants", acting.grants())
                .param("limited", !acting.limits().isEmpty())
                .param("today", LocalDate.ofInstant(now, reader.zone()))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("tomorrow", startOfDay(now, 1))
                .param("nextWeek", startOfDay(now, 8))
                .param("zone", reader.zone().getId())
                .param("text", asked.text());
        for (Map.Entry<ListFilter, List<String>> filter : asked.filters().entrySet()) {
            statement = statement.param(filter.getKey().key(), ListRequest.bound(filter.getKey(), filter.getValue()));
        }
        ListCursor after = asked.after();
        return after == null
                ? statement
                : statement
                        .param("afterValue", after.value())
                        .param("afterId", after.id())
                        .param("afterGroup", after.group());
    }
}
