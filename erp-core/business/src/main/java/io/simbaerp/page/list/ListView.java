package io.simbaerp.page.list;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list as the fragment {@code page/list :: list} shows it.
 *
 * @param matching how many rows match
 * @param more the address of what follows, or null at the end
 * @param beginning the address of the first page, or null on it
 */
public record ListView(
        Place place,
        Wish wish,
        Offer offer,
        List<Head> heads,
        List<Row> rows,
        String matching,
        @Nullable String more,
        @Nullable String beginning) {

    /**
     * Which list it is.
     *
     * @param plain the address of the whole list, without search and filters
     * @param none the message that says that there is nothing, noneText the one that says what that means
     */
    public record Place(
            String key, String path, String words, boolean searchable, String plain, String none, String noneText) {}

    /**
     * What was asked of it.
     *
     * @param query search, filters and sorting as in the address
     * @param group what rows are grouped by, if by anything
     * @param columns the columns the address asks for, if it does
     * @param any whether anything was searched or filtered
     * @param panel what was chosen beside the list: value is the filter's name, label what was chosen
     */
    public record Wish(
            String query,
            @Nullable String text,
            String sort,
            @Nullable String group,
            @Nullable String columns,
            boolean any,
            List<Chip> chips,
            List<Choice> panel) {}

    /**
     * What can be chosen and done.
     *
     * @param view the name of the saved view that is shown, or null
     * @param groups what rows can be grouped by, the first one for no groups; none where they can't
     * @param duties with whose holders a view can be shared
     */
    public record Offer(
            List<Field> fields,
            List<Preset> presets,
            List<Link> views,
            @Nullable String view,
            List<Choice> columns,
            List<Preset> groups,
            List<Choice> duties,
            List<Action> actions) {

        /** The columns that are shown, as an address takes them. */
        public String shown() {
            return columns.stream().filter(Choice::on).map(Choice::value).collect(Collectors.joining(","));
        }
    }

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

    /**
     * A saved view.
     *
     * @param owner whose it is, where it isn't the reader's
     */
    public record Link(
            UUID id, String name, String href, @Nullable String owner, boolean shared, boolean standard, boolean on) {

        public boolean mine() {
            return owner == null;
        }
    }

    /** What can be done to the rows that are selected. */
    public record Action(String key, String label) {}

    public boolean isEmpty() {
        return rows.isEmpty();
    }
}
