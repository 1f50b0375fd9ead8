package io.simbaerp.identity.substitution;

/** What a substitute is lent. */
public enum SubstitutionMode {
    /** All of the person's work: whatever they may do and others can be lent. */
    WORK,
    /** No right at all: the person's tasks stand on the substitute's own list, to take over what their own rights allow. */
    TASKS
}
