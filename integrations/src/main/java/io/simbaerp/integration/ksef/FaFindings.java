package io.simbaerp.integration.ksef;

import io.simbaerp.document.Finding;
import io.simbaerp.document.Severity;
import io.simbaerp.integration.xml.XmlElement;
import io.simbaerp.money.Money;
import java.util.ArrayList;
import java.util.List;

/** Collects what our own rules say about an FA, as many findings as a person would read. */
final class FaFindings {

    private static final int MOST = 50;

    private final List<Finding> findings = new ArrayList<>();

    void error(String rule, XmlElement place, String text) {
        add(rule, Severity.ERROR, place, text);
    }

    void warning(String rule, XmlElement place, String text) {
        add(rule, Severity.WARNING, place, text);
    }

    void information(String rule, XmlElement place, String text) {
        add(rule, Severity.INFORMATION, place, text);
    }

    private void add(String rule, Severity severity, XmlElement place, String text) {
        if (findings.size() < MOST) {
            findings.add(new Finding("SIMBA-FA-" + rule, severity, place.place(), text));
        }
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** An amount as a person reads it. */
    static String amount(Money money) {
        return money.rounded().amount().toPlainString() + " " + money.currency();
    }
}
