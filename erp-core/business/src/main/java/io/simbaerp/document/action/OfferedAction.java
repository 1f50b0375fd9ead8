package io.simbaerp.document.action;

/**
 * Something the reader may do with a document.
 *
 * @param label the message key of its name
 * @param path where it is done
 */
public record OfferedAction(String label, String path) {}
