package io.simbaerp.invoice.received;

import org.jspecify.annotations.Nullable;

/**
 * A document that supports the claim, such as a time sheet (BG-24).
 *
 * @param reference BT-122
 * @param description BT-123
 * @param location BT-124: where it can be fetched; we never do
 * @param attachment BT-125: the file itself, carried inside the invoice
 */
public record SupportingDocument(
        @Nullable String reference,
        @Nullable String description,
        @Nullable String location,
        @Nullable Attachment attachment) {}
