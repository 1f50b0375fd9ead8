package io.simbaerp.page.list;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list as the fragment {@code page/list :: list} shows it.
 *
 * @param query search, filters and sorting as in the address, for what is done with this list
 * @param matching how many rows match, or null where nothing matches at all and nothing was asked
 * @param more the address of what follows, or null at the end
 * @param beginning the address of the first page, or null on it
 * @param none the message that says that there is nothing, noneText the one that says what that means
 * @param panel what was chosen beside the list: value is the filter's name, label what was chosen
 * @param plain the address of the whole list, without search and filters
 * @param any whether anything was searched or filtered
 */
public record ListView(
        String key,
        String path,
        String words,
        String query,
        @Nullable String text,
        String sort,
        boolean searchable,
        String matching,
        boolean any,
        String none,
        String noneText,
        List<Chip> chips,
        List<Field> fields,
        List<Head> heads,
        List<Row> rows,
        @Nullable String more,
        @Nullable String beginning,
        String plain,
        List<Preset> presets,
        List<Link> views,
        @Nullable String view,
        List<Choice> panel,
        List<Choice> columns,
        List<Action> actions) {

    /** A filter that is on, and the address without it. */
    public record Chip(String label, String value, String remove) {}

    /** A filter that can be set: choice, case, text, date, amount. */
    public record Field(String key, String kind, String label, String value, List<Choice> choices) {}

    /** Something that can be chosen. */
    public record Choice(String value, String label, boolean on) {}

    /** The head of a column, and the address of the list sorted by it. */
    public record Head(
            String label,
            String place,
            boolean right,
            @Nullable String sort,
            boolean sorted,
            boolean falling) {}

    /** A row, with the address it opens, and the heading of the group that begins with it. */
    public record Row(
            UUID id, String href, String name, @Nullable String group, List<Placed> cells) {}

    /** A choice beside the list. */
    public record Preset(
            String label, String href, @Nullable String count, boolean on) {}

    /** A cell where it belongs. */
    public record Placed(String place, boolean right, ListCell cell) {}

    /** A saved view. */
    public record Link(UUID id, String name, String href, boolean mine, boolean shared, boolean standard, boolean on) {}

    /** What can be done to the rows that are selected. */
    public record Action(String key, String label) {}

    /** The lists's first words for somebody who finds it empty: nothing is there, or nothing matches. */
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The address of the list as it is now, without the place where a page begins. */
    public String address() {
        return query.isEmpty() ? path : path + "?" + query;
    }
}
