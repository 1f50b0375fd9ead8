package io.simbaerp.document;

import org.jspecify.annotations.Nullable;

/**
 * What a rule says about a document. Findings are shown to the person who works on it; they never refuse it.
 *
 * @param rule the rule's id, such as {@code BR-CO-15}
 * @param location where in the document, as a path, if the rule names a place
 * @param text the finding in plain words
 */
public record Finding(
        String rule, Severity severity, @Nullable String location, String text) {}
