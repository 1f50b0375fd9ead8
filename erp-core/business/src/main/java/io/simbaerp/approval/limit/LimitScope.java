package io.simbaerp.approval.limit;

/** Whether a limit counts each one apart, all together, or one alone. */
public enum LimitScope {
    EACH,
    TOGETHER,
    ONE
}
