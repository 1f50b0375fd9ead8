package io.simbaerp.page;

import io.simbaerp.architecture.Duty;
import org.jspecify.annotations.Nullable;

/**
 * A place people go to, in the menu, on the phone's bottom bar and by keyboard. A module contributes it as a bean.
 *
 * @param message key of its name, such as {@code task.navigation}
 * @param path address without host, such as {@code /tasks}; also what a page hands to the layout as {@code active}
 * @param duty who holds it sees the entry
 * @param icon name in {@code assets/icons.svg} without the prefix, such as {@code list}
 * @param order within its group, ascending
 * @param goKey letter after G that goes there, such as {@code t}, or null
 */
public record NavigationEntry(
        String message,
        String path,
        Duty duty,
        String icon,
        Group group,
        int order,
        @Nullable String goKey) {

    /** The three groups of the menu, in this order. */
    public enum Group {
        WORK,
        BOOKS,
        CONTROL
    }
}
