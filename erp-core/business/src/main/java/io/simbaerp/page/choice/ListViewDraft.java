package io.simbaerp.page.choice;

import org.jspecify.annotations.Nullable;

/**
 * A view to be saved.
 *
 * @param query search, filters, sorting, grouping and columns as in the list's address
 * @param shared whether others see it
 * @param sharedWith the duty whose holders see it if it is shared; nothing for everybody who sees the list
 * @param standard whether the list opens with it from now on, for whoever saves it
 */
public record ListViewDraft(
        String list,
        String name,
        String query,
        boolean shared,
        @Nullable String sharedWith,
        boolean standard) {

    /** For everybody who sees the list, or for oneself alone. */
    public ListViewDraft(String list, String name, String query, boolean shared, boolean standard) {
        this(list, name, query, shared, null, standard);
    }
}
