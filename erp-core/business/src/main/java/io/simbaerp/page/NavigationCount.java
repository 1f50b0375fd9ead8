package io.simbaerp.page;

/** How much waits behind an entry of the menu. Asked once per page, so it must cost one indexed query at most. */
public interface NavigationCount {

    /** The path of the {@link NavigationEntry} it belongs to; what follows a question mark tells several apart. */
    String path();

    /** Zero shows nothing. */
    int count();

    /** Whether the menu shows it; the view over several companies always does. */
    default boolean inMenu() {
        return true;
    }

    /** Whether something of it is late or blocked. */
    default boolean urgent() {
        return false;
    }
}
