package io.simbaerp.controlled;

/** What a controlled document is. */
public enum ControlledKind {
    /** What has to be kept to. */
    POLICY,
    /** What helps with the work: how something is done, where something is found. */
    KNOWLEDGE
}
