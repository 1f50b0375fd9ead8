package io.simbaerp.document.attachment;

import io.simbaerp.archive.Lock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An attachment as others see it.
 *
 * @param lock why nobody may download it, if so
 */
public record AttachmentView(
        UUID id,
        String fileName,
        String mediaType,
        @Nullable String description,
        String sha256,
        long size,
        @Nullable Lock lock) {}
