package io.simbaerp.architecture;

import java.util.UUID;

/**
 * What an event, a task or a link is about.
 *
 * @param kind the record's kind in words, such as {@code document} or {@code journal-entry}
 */
public record Subject(String kind, UUID id) {}
