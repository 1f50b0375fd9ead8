package io.simbaerp.intake;

import java.util.List;

/** The content cannot be read: malformed, hostile or beyond the limits. The rule's message says what and where. */
public class UnreadableContent extends RuntimeException {

    private final String rule;
    private final List<Object> args;

    public UnreadableContent(String rule, Object... args) {
        super(rule + (args.length == 0 ? "" : " " + List.of(args)));
        this.rule = rule;
        this.args = List.of(args);
    }

    public String rule() {
        return rule;
    }

    public List<Object> args() {
        return args;
    }
}
