package io.simbaerp.archive;

/**
 * An original in the archive.
 *
 * @param sha256 its name: the SHA-256 of the content in lower-case hexadecimal
 */
public record StoredOriginal(String sha256, long size) {}
