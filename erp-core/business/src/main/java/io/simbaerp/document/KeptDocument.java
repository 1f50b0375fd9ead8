package io.simbaerp.document;

/**
 * What became of something handed in: a new document, or the one that holds the same content already.
 *
 * @param added whether the document is new
 */
public record KeptDocument(DocumentView document, boolean added) {}
