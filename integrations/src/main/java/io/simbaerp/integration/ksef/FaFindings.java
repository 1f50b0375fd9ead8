package io.simbaerp.integration.ksef;

import io.simbaerp.document.Finding;
import io.simbaerp.document.Severity;
import io.simbaerp.integration.xml.XmlElement;
import io.simbaerp.money.Money;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/**
 * Collects what our own rules say about an FA, as many findings as a person would read. The sentences stand in the
 * message files under {@code finding.SIMBA-FA-...}; a finding keeps the English one and what fills it.
 */
final class FaFindings {

    private static final int MOST = 50;
    private static final String PREFIX = "SIMBA-FA-";
    private static final ResourceBundle SENTENCES = ResourceBundle.getBundle("messages.integration", Locale.ROOT);

    private final List<Finding> findings = new ArrayList<>();

    void error(String rule, XmlElement place, Object... args) {
        add(rule, Severity.ERROR, place, args);
    }

    void warning(String rule, XmlElement place, Object... args) {
        add(rule, Severity.WARNING, place, args);
    }

    void information(String rule, XmlElement place, Object... args) {
        add(rule, Severity.INFORMATION, place, args);
    }

    private void add(String rule, Severity severity, XmlElement place, Object... args) {
        if (findings.size() == MOST) {
            return;
        }
        List<String> words = Stream.of(args).map(FaFindings::word).toList();
        String text = MessageFormat.format(SENTENCES.getString("finding." + PREFIX + rule), words.toArray());
        findings.add(new Finding(PREFIX + rule, severity, place.place(), text, words));
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    private static String word(Object value) {
        return value instanceof Money money
                ? money.rounded().amount().toPlainString() + " " + money.currency()
                : value.toString();
    }
}
