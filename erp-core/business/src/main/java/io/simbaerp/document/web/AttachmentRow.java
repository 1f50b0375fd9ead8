package io.simbaerp.document.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file a document carried inside.
 *
 * @param lockedBecause why nobody may download it, if so
 */
record AttachmentRow(
        UUID id,
        String fileName,
        String mediaType,
        @Nullable String description,
        long size,
        String sha256,
        @Nullable String lockedBecause) {}
