package io.simbaerp.page;

import io.simbaerp.architecture.Duty;

/**
 * A card of the home page, contributed by a module as a bean. Its template is a fragment that gets {@code card}, the
 * record of {@link #model()}, and is a whole {@code <section class="card">}.
 */
public interface HomeCard {

    /** Where the card stands: the wide column for lists of work, the narrow one for what should be known. */
    enum Place {
        MAIN,
        SIDE
    }

    Duty duty();

    Place place();

    /** Within its column, ascending. */
    int order();

    /** Template and fragment, such as {@code task/home-card} with the fragment {@code card}. */
    String template();

    /** What the fragment shows; asked when the home page is. */
    Record model();
}
