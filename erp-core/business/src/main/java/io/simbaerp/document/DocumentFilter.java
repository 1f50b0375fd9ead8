package io.simbaerp.document;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which documents of the company; nothing given means all.
 *
 * @param text the exact number, KSeF number, title or file name
 */
public record DocumentFilter(
        @Nullable DocumentState state,
        @Nullable String kind,
        @Nullable String text,
        @Nullable LocalDate receivedFrom,
        @Nullable LocalDate receivedTo) {

    public static final DocumentFilter ALL = new DocumentFilter(null, null, null, null, null);
}
