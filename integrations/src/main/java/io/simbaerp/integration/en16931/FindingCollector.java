package io.simbaerp.integration.en16931;

import io.simbaerp.document.Finding;
import io.simbaerp.document.Severity;
import io.simbaerp.intake.ContentReader;
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

    /** An assertion of a profile that its publisher gave no number. */
    static final String UNNAMED = "PROFILE";

    private static final String OLDER_PROFILE = "Value of 'ram:ID' is not allowed.";
    private static final String PROFILE = "/GuidelineSpecifiedDocumentContextParameter/ID";

    private static final Pattern STEP =
            Pattern.compile("/\\*:([^\\[/]+)\\[namespace-uri\\(\\)='[^']*'\\]\\[([0-9]+)\\]");
    private static final Pattern NUMBER_IN_FRONT = Pattern.compile("\\[([A-Z][A-Z0-9-]+)\\]");
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
        ContentReader.goOn();
        if (localName.equals("failed-assert") || localName.equals("successful-report")) {
            rule = Objects.requireNonNullElse(attributes.getValue("id"), UNNAMED);
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
            add(rule, text.toString().strip());
            rule = null;
            if (findings.size() == MOST) {
                full = true;
                throw new SAXException("enough findings");
            }
        }
    }

    private void add(String named, String official) {
        if (named.equals(UNNAMED)) {
            addUnnamed(sentence(official));
        } else {
            boolean olderProfile = official.equals(OLDER_PROFILE) && location.endsWith(PROFILE);
            findings.add(new Finding(
                    known(named, official),
                    olderProfile ? Severity.INFORMATION : severity,
                    location,
                    sentence(official)));
        }
    }

    /** What a profile has no use for is marked at each place; said once it is enough, and it harms nobody. */
    private void addUnnamed(String sentence) {
        boolean said =
                findings.stream().anyMatch(other -> other.rule().equals(UNNAMED) && sentence.equals(other.text()));
        if (!said) {
            findings.add(new Finding(UNNAMED, Severity.WARNING, location, sentence));
        }
    }

    /** Factur-X numbers its rules anew and says in the sentence which one of EN 16931 it means. */
    private static String known(String rule, String official) {
        Matcher number = NUMBER_IN_FRONT.matcher(official);
        return rule.startsWith("FX-SCH") && number.lookingAt() ? number.group(1) : rule;
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
