package io.simbaerp.workflow.engine.gate;

import io.simbaerp.workflow.engine.gate.ModelXml.Found;
import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/**
 * What a drawing may hold: where things stand, and nothing that is ever evaluated. A drawing stands beside the model, never
 * inside it: the engine knows elements by their name alone, so that a script task in the drawing's namespace would run.
 *
 * @param root the name of the element a drawing begins with
 */
record Drawings(String root, Set<String> namespaces) {

    private static final Set<String> KNOWN = Set.of(
            "BPMNDiagram",
            "BPMNPlane",
            "BPMNShape",
            "BPMNEdge",
            "BPMNLabel",
            "BPMNLabelStyle",
            "DMNDI",
            "DMNDiagram",
            "DMNShape",
            "DMNEdge",
            "DMNLabel",
            "DMNStyle",
            "DMNDecisionServiceDividerLine",
            "Size",
            "Font",
            "Bounds",
            "waypoint");

    boolean begin(Element element) {
        return element.getLocalName().equals(root) && namespaces.contains(ModelXml.namespace(element));
    }

    void check(Element element, Found found) {
        if (!namespaces.contains(ModelXml.namespace(element)) || !KNOWN.contains(element.getLocalName())) {
            found.element(element, "does not belong into a drawing");
            return;
        }
        for (Attr attribute : ModelXml.attributes(element)) {
            if (!ModelXml.namespace(attribute).isEmpty() || ModelXml.holdsExpression(attribute.getValue())) {
                found.attribute(attribute, "does not belong into a drawing");
            }
        }
        if (!ModelXml.text(element).isBlank()) {
            found.element(element, "may not hold text");
        }
        ModelXml.children(element).forEach(child -> check(child, found));
    }
}
