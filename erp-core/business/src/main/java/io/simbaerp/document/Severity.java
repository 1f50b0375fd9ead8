package io.simbaerp.document;

/** How much a finding weighs: an error makes the document invalid, a warning and an information do not. */
public enum Severity {
    ERROR,
    WARNING,
    INFORMATION
}
