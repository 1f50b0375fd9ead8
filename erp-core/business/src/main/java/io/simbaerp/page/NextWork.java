package io.simbaerp.page;

import java.util.Optional;

/** What the reader would best do next: the first button of the home page. Implemented by the task desk. */
public interface NextWork {

    /** Address of the most urgent task the reader may work on. */
    Optional<String> address();

    /** One sentence about what waits, such as "22 tasks, 3 of them late", in the reader's language. */
    Optional<String> sentence();
}
