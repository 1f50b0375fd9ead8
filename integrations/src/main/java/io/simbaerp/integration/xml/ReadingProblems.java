package io.simbaerp.integration.xml;

import io.simbaerp.document.Finding;
import io.simbaerp.document.Severity;
import java.util.ArrayList;
import java.util.List;

/** What could not be taken over while reading a file, value by value; at most as many as a person would read. */
public final class ReadingProblems {

    /** A value that is not what its place asks for: a date that does not exist, a number that is none. */
    public static final String UNREADABLE_VALUE = "SIMBA-VALUE";

    /** An amount in another currency than the invoice's. */
    public static final String OTHER_CURRENCY = "SIMBA-CURRENCY";

    private static final int MOST = 50;

    private final List<Finding> findings = new ArrayList<>();

    void add(String rule, String place, String text) {
        if (findings.size() < MOST) {
            findings.add(new Finding(rule, Severity.ERROR, place, text));
        }
    }

    public List<Finding> findings() {
        return List.copyOf(findings);
    }
}
