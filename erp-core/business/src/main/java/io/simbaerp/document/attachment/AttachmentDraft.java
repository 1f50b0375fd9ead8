package io.simbaerp.document.attachment;

import org.jspecify.annotations.Nullable;

/**
 * A file found inside a document.
 *
 * @param fileName what the document calls it
 * @param mediaType told from its content
 * @param description what the document says about it
 */
public record AttachmentDraft(
        String fileName, String mediaType, @Nullable String description, byte[] content) {}
