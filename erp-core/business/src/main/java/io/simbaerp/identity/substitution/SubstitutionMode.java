package io.simbaerp.identity.substitution;

/** What a substitute is lent. */
public enum SubstitutionMode {
    /** All of the person's work: whatever they may do and others can be lent. */
    WORK,
    /** Their tasks alone: what tasks are decided by, and of what is only looked at what the substitute may look at anyway. */
    TASKS
}
