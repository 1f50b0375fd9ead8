package io.simbaerp.document;

/** How much a finding weighs. None of them refuses a document. */
public enum Severity {
    /** A rule of the standard or of the law is broken. */
    ERROR,
    /** Worth a look before going on. */
    WARNING,
    /** Good to know. */
    INFORMATION
}
