package io.simbaerp.integration.pdf;

import org.jspecify.annotations.Nullable;

/**
 * A file a PDF carries inside.
 *
 * @param name what the PDF calls it; decides nothing
 * @param description what the PDF says about it
 */
public record EmbeddedFile(String name, @Nullable String description, byte[] content) {}
