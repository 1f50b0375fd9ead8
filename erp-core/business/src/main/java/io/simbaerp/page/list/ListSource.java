package io.simbaerp.page.list;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A module's list: a bean of its own for each. */
public interface ListSource {

    ListDescriptor descriptor();

    /** The colour of a word; null for none. */
    default @Nullable String tone(String column, String value) {
        return null;
    }

    /** What a cell of the kind OWN shows. */
    default ListCell cell(String column, @Nullable Object value, @Nullable Object beside) {
        return ListCell.text(value == null ? "" : value.toString());
    }

    /** What can be done to several rows at once. */
    default List<BulkAction> actions() {
        return List.of();
    }
}
