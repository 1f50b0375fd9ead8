package io.simbaerp.page.list;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A module's list: a bean of its own for each. */
public interface ListSource {

    ListDescriptor descriptor();

    /** The colour of a word; null for none. */
    default @Nullable String tone(String column, String value) {
        return null;
    }

    /** What people call the record a filter names by its id; null where it is only "this one". */
    default @Nullable String nameOf(String filter, UUID id) {
        return null;
    }

    /** What a cell of the kind OWN shows. */
    default ListCell cell(String column, @Nullable Object value, @Nullable Object beside, UUID row) {
        return ListCell.text(value == null ? "" : value.toString());
    }

    /** The heading over a row while the list is sorted by this column and nobody chose a grouping; null for none. */
    default @Nullable String group(String column, boolean falling, String sortValue) {
        return null;
    }

    /** The heading of a group people chose: what its rows have in common, in words. */
    default String grouped(String grouping, String value) {
        return value;
    }

    /** What can be chosen beside the list; none for no panel. */
    default List<Preset> presets() {
        return List.of();
    }

    /**
     * A choice of the panel.
     *
     * @param query as in the address of the list
     * @param count how many wait there, or null
     * @param none the message that says that nothing is there, and with -text behind it what that means
     */
    record Preset(String label, String query, @Nullable String count, String none) {}

    /** What can be done to several rows at once. */
    default List<BulkAction> actions() {
        return List.of();
    }

    /**
     * Whether of the actions those alone are offered that can be done to every chosen row, as with decisions. Elsewhere all are,
     * and the preview says of each row whether it is done.
     */
    default boolean offersOnlyWhatAllAllow() {
        return false;
    }
}
