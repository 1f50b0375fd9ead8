package io.simbaerp.architecture;

/** Somebody else was faster: a stale version, a taken task, a key already used for something else. REST answers 409. */
public class Conflict extends RuleViolation {

    public Conflict(String rule, Object... args) {
        super(rule, args);
    }
}
