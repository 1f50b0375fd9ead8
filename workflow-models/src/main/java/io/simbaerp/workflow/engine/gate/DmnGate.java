package io.simbaerp.workflow.engine.gate;

import io.simbaerp.workflow.engine.gate.ModelXml.Found;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** What a decision table may hold: FEEL and nothing that reaches beyond it. */
class DmnGate {

    private static final String DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/dmn";
    private static final Drawings DRAWINGS = new Drawings(
            "DMNDI",
            Set.of(
                    "https://www.omg.org/spec/DMN/20191111/DMNDI/",
                    "http://www.omg.org/spec/DMN/20180521/DC/",
                    "http://www.omg.org/spec/DMN/20180521/DI/"));

    private static final Map<String, Set<String>> ELEMENTS = Map.ofEntries(
            Map.entry("definitions", Set.of("id", "name", "namespace", "exporter", "exporterVersion")),
            Map.entry("decision", Set.of("id", "name", "camunda:historyTimeToLive")),
            Map.entry("decisionTable", Set.of("id", "hitPolicy")),
            Map.entry("input", Set.of("id", "label")),
            Map.entry("inputExpression", Set.of("id", "typeRef", "expressionLanguage")),
            Map.entry("output", Set.of("id", "label", "name", "typeRef")),
            Map.entry("rule", Set.of("id")),
            Map.entry("inputEntry", Set.of("id", "expressionLanguage")),
            Map.entry("outputEntry", Set.of("id", "expressionLanguage")),
            Map.entry("description", Set.of()),
            Map.entry("text", Set.of()));

    /** FEEL can name functions of Java from outside itself; our engine has that off, and no table of ours needs it. */
    private static final Pattern EXTERNAL = Pattern.compile("\\bexternal\\b|\\bjava\\b|\\bfunction\\s*\\(");

    void check(Element root, Found found) {
        if (!"definitions".equals(root.getLocalName()) || !DMN.equals(ModelXml.namespace(root))) {
            found.element(root, "is no DMN 1.3 model");
            return;
        }
        element(root, found);
    }

    private void element(Element element, Found found) {
        if (DRAWINGS.begin(element)
                && element.getParentNode() == element.getOwnerDocument().getDocumentElement()) {
            DRAWINGS.check(element, found);
            return;
        }
        Set<String> allowed = DMN.equals(ModelXml.namespace(element)) ? ELEMENTS.get(element.getLocalName()) : null;
        if (allowed == null) {
            found.element(element, "is not on the list of known elements");
            return;
        }
        for (Attr attribute : ModelXml.attributes(element)) {
            attribute(attribute, allowed, found);
        }
        text(element, found);
        ModelXml.children(element).forEach(child -> element(child, found));
    }

    private static void attribute(Attr attribute, Set<String> allowed, Found found) {
        String key = CAMUNDA.equals(ModelXml.namespace(attribute))
                ? "camunda:" + attribute.getLocalName()
                : ModelXml.namespace(attribute).isEmpty() ? attribute.getName() : "unknown";
        if (!allowed.contains(key)) {
            found.attribute(attribute, "is not on the list of known attributes");
        } else if (key.equals("expressionLanguage")
                && !attribute.getValue().toLowerCase(Locale.ROOT).equals("feel")) {
            found.attribute(attribute, "is not FEEL");
        } else if (ModelXml.holdsExpression(attribute.getValue())) {
            found.attribute(attribute, "may not hold an expression");
        }
    }

    private static void text(Element element, Found found) {
        String text = ModelXml.text(element);
        boolean feel = element.getLocalName().equals("text");
        if (ModelXml.holdsExpression(text)) {
            found.element(element, "is not FEEL");
        } else if (feel && EXTERNAL.matcher(text).find()) {
            found.element(element, "may not reach beyond FEEL");
        } else if (!feel && !element.getLocalName().equals("description") && !text.isBlank()) {
            found.element(element, "may not hold text");
        }
    }
}
