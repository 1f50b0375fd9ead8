package io.simbaerp.document.part;

/**
 * A file found in a container.
 *
 * @param fileName what the container calls it, without folders
 */
public record PartDraft(String fileName, byte[] content) {}
