package io.simbaerp.document;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of a document's history in words.
 *
 * @param actor who did it, by name
 * @param event such as {@code document-registered}
 * @param link the path of the page of the record it happened to, such as {@code /journal-entries/...}, if it has one
 */
public record TimelineEntry(
        Instant at,
        String actor,
        @Nullable String onBehalfOf,
        String event,
        String text,
        @Nullable String link) {}
