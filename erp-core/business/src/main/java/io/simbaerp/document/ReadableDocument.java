package io.simbaerp.document;

import org.jspecify.annotations.Nullable;

/**
 * A fragment that shows a document, and what it shows. The document page includes it as
 * {@code ~{template :: fragment}} with the record as the variable {@code reading}.
 *
 * @param template such as {@code invoice/reading}
 * @param fragment such as {@code reading}
 * @param model a view record
 * @param rejectedBecause why it was rejected, in the reader's words; nothing unless it was
 */
public record ReadableDocument(
        String template,
        String fragment,
        Record model,
        @Nullable String rejectedBecause) {}
