package io.simbaerp.task;

/** A task waits, was decided, or went away undecided. */
public enum TaskState {
    OPEN,
    DONE,
    WITHDRAWN
}
