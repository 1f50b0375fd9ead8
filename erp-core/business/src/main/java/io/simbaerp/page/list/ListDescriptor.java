package io.simbaerp.page.list;

import io.simbaerp.architecture.Duty;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a list is made of.
 *
 * @param key its name in addresses and saved views, such as documents
 * @param path the address of its page; rows open below it
 * @param duty who may see it
 * @param words the beginning of its message keys
 * @param from the tables, with the record's own first
 * @param company the column that holds the company
 * @param id the column that holds the row's id
 * @param where what always holds of its rows, or null
 * @param search the condition of a search, with the parameter text, or null if it can't be searched
 * @param sort the column it is sorted by at first; a leading minus for falling
 * @param walk how its first rows are found where its own order leads too far, or null
 * @param groupings what its rows can be grouped by
 */
public record ListDescriptor(
        String key,
        String path,
        Duty duty,
        String words,
        String from,
        String company,
        String id,
        @Nullable String where,
        @Nullable String search,
        String sort,
        List<ListColumn> columns,
        List<ListFilter> filters,
        @Nullable ListWalk walk,
        List<Grouping> groupings) {

    /**
     * What the rows of a list can be grouped by. Its name is the message {@code <words>.group.<key>}.
     *
     * @param sql the expression that is the same for all rows of a group, a text that is never null; groups come in its order
     */
    public record Grouping(String key, String sql) {}

    /** A list that is read in its own order, and whose rows aren't grouped by anything people choose. */
    public ListDescriptor(
            String key,
            String path,
            Duty duty,
            String words,
            String from,
            String company,
            String id,
            @Nullable String where,
            @Nullable String search,
            String sort,
            List<ListColumn> columns,
            List<ListFilter> filters) {
        this(key, path, duty, words, from, company, id, where, search, sort, columns, filters, null, List.of());
    }

    Optional<ListColumn> column(String name) {
        return columns.stream().filter(column -> column.key().equals(name)).findFirst();
    }

    List<ListColumn> shown() {
        return columns.stream().filter(ListColumn::shown).toList();
    }
}
