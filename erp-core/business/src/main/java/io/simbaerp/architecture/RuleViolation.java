package io.simbaerp.architecture;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule of the business was broken by what somebody asked for. It carries the rule's key and what fills its sentence;
 * the sentence itself comes from the message files at the edge, in the reader's language. REST answers 422.
 */
public class RuleViolation extends RuntimeException {

    private final String rule;
    private final List<Object> args;
    private final @Nullable String field;

    public RuleViolation(String rule, Object... args) {
        this(null, rule, args);
    }

    private RuleViolation(@Nullable String field, String rule, Object... args) {
        super(rule + (args.length == 0 ? "" : " " + List.of(args)));
        this.rule = rule;
        this.args = List.of(args);
        this.field = field;
    }

    /** A rule broken by one field of the input, named as in the request. */
    public static RuleViolation ofField(String field, String rule, Object... args) {
        return new RuleViolation(field, rule, args);
    }

    /** The rule's key in words, such as {@code journal-entry.unbalanced}. */
    public String rule() {
        return rule;
    }

    public List<Object> args() {
        return args;
    }

    public @Nullable String field() {
        return field;
    }
}
