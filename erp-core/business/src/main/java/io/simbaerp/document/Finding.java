package io.simbaerp.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says about a document. Findings are shown to the person who works on it; they never refuse it.
 *
 * @param rule the rule's id, such as {@code BR-CO-15}
 * @param location where in the document, as a path, if the rule names a place
 * @param text the finding in plain words
 * @param args what fills the sentence {@code finding.<rule>} of the message files, where the rule is ours and has one
 */
public record Finding(
        String rule, Severity severity, @Nullable String location, String text, List<String> args) {

    /** What a rule says in words of its own. */
    public Finding(String rule, Severity severity, @Nullable String location, String text) {
        this(rule, severity, location, text, List.of());
    }

    @SuppressWarnings("NullAway") // findings kept before there were arguments are read back without them
    public Finding {
        args = args == null ? List.of() : List.copyOf(args);
    }
}
