package io.simbaerp.page;

import org.jspecify.annotations.Nullable;

/**
 * A step of a timeline as it is shown.
 *
 * @param when as written, such as 28.10. 07:42
 * @param who name of who did it, or null
 * @param href address of the record the step made, or null
 * @param link the word of that link, or a remark where there is no address
 * @param state now, plan, warn or null for a step that is done
 */
public record TimelineRow(
        String when,
        String text,
        @Nullable String who,
        @Nullable String href,
        @Nullable String link,
        @Nullable String state) {}
