package io.simbaerp.document;

import org.jspecify.annotations.Nullable;

/**
 * What a check says about a received document. It stands on the task until a person has decided; it refuses nothing.
 *
 * @param rule identifier of the rule, such as BR-CO-15
 * @param location where in the document, readable
 * @param text the finding in plain words
 */
public record Finding(
        String rule, Severity severity, @Nullable String location, String text) {}
