package io.simbaerp.integration.en16931;

import io.simbaerp.document.Finding;
import io.simbaerp.document.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Takes the failed assertions out of the rules' output (SVRL) while it is written. */
final class FindingCollector extends DefaultHandler {

    /** More than a person reads; a hostile file could otherwise fail a million times. */
    static final int MOST = 500;

    /** The rules stopped before their end. */
    static final String STOPPED = "SIMBA-RULES";

    private static final Pattern STEP =
            Pattern.compile("/\\*:([^\\[/]+)\\[namespace-uri\\(\\)='[^']*'\\]\\[([0-9]+)\\]");
    private static final Pattern OWN_NUMBER = Pattern.compile("^\\[[^\\]]+\\]\\s*-?\\s*");

    private final List<Finding> findings = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private @Nullable String rule;
    private Severity severity = Severity.ERROR;
    private String location = "";
    private boolean full;

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** Whether the rest was left out because nobody would read it. */
    boolean full() {
        return full;
    }

    /** The official rules give up on a value they cannot calculate with; what they said before stands. */
    void stopped(@Nullable String reason) {
        findings.add(new Finding(
                STOPPED, Severity.ERROR, null, "The official rules could not be finished: " + sentence(reason + ".")));
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) {
        if (localName.equals("failed-assert") || localName.equals("successful-report")) {
            rule = Objects.requireNonNullElse(attributes.getValue("id"), "EN16931");
            severity = severity(attributes.getValue("flag"));
            location = place(Objects.requireNonNullElse(attributes.getValue("location"), ""));
            text.setLength(0);
        }
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        if (rule != null) {
            text.append(characters, start, length);
        }
    }

    @Override
    public void endElement(String uri, String localName, String qName) throws SAXException {
        if (rule != null && (localName.equals("failed-assert") || localName.equals("successful-report"))) {
            findings.add(new Finding(rule, severity, location, sentence(text.toString())));
            rule = null;
            if (findings.size() == MOST) {
                full = true;
                throw new SAXException("enough findings");
            }
        }
    }

    private static Severity severity(@Nullable String flag) {
        return switch (flag == null ? "" : flag) {
            case "warning" -> Severity.WARNING;
            case "information", "info" -> Severity.INFORMATION;
            default -> Severity.ERROR;
        };
    }

    /** {@code /*:Invoice[namespace-uri()='...'][1]/*:InvoiceLine[...][2]} as {@code Invoice/InvoiceLine[2]}. */
    static String place(String xpath) {
        Matcher steps = STEP.matcher(xpath);
        StringBuilder place = new StringBuilder();
        while (steps.find()) {
            String position = steps.group(2).equals("1") ? "" : "[" + steps.group(2) + "]";
            steps.appendReplacement(place, Matcher.quoteReplacement("/" + steps.group(1) + position));
        }
        steps.appendTail(place);
        return place.length() > 1 && place.charAt(0) == '/' ? place.substring(1) : place.toString();
    }

    /** The official sentence without the rule's number in front, which the finding carries anyway. */
    static String sentence(String official) {
        return OWN_NUMBER.matcher(official.strip().replaceAll("\\s+", " ")).replaceFirst("");
    }
}
