package io.simbaerp.reporting;

import java.util.List;

/**
 * Something that may be chosen for a report.
 *
 * @param name as in the address
 * @param value what is chosen
 * @param options for a choice among several
 */
public record ReportInput(String name, String label, Kind kind, String value, List<Option> options) {

    /** How it is entered. */
    public enum Kind {
        DATE,
        MOMENT,
        CHOICE,
        TICK,
        TEXT
    }

    /** One of several. */
    public record Option(String value, String label) {}

    public static ReportInput of(String name, String label, Kind kind, String value) {
        return new ReportInput(name, label, kind, value, List.of());
    }

    public static ReportInput choice(String name, String label, String value, List<Option> options) {
        return new ReportInput(name, label, Kind.CHOICE, value, options);
    }

    /** Whether a box is ticked. */
    public boolean ticked() {
        return "true".equals(value);
    }
}
