package io.simbaerp.workflow.engine.gate;

import io.simbaerp.task.TaskForms;
import io.simbaerp.workflow.engine.StepRegistry;
import io.simbaerp.workflow.engine.gate.ModelXml.Found;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** What a BPMN model may hold. Everything else is refused. */
class BpmnGate {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    private static final Drawings DRAWINGS = new Drawings(
            "BPMNDiagram",
            Set.of(
                    "http://www.omg.org/spec/BPMN/20100524/DI",
                    "http://www.omg.org/spec/DD/20100524/DC",
                    "http://www.omg.org/spec/DD/20100524/DI"));

    private final BpmnValues values;

    BpmnGate(StepRegistry steps, TaskForms forms) {
        this.values = new BpmnValues(steps, forms);
    }

    void check(Element root, Found found) {
        if (!"definitions".equals(root.getLocalName()) || !BPMN.equals(ModelXml.namespace(root))) {
            found.element(root, "is no BPMN model");
            return;
        }
        element(root, "", found);
    }

    private void element(Element element, String process, Found found) {
        String key = key(element.getNamespaceURI(), element.getLocalName());
        BpmnElements.Known known = BpmnElements.of(key);
        if (known == null) {
            found.element(element, "is not on the list of known elements");
            return;
        }
        String inside = key.equals("process") ? element.getAttribute("id") : process;
        attributes(element, key, known, inside, found);
        text(element, key, known, found);
        for (Element child : ModelXml.children(element)) {
            if (key.equals("definitions") && DRAWINGS.begin(child)) {
                DRAWINGS.check(child, found);
            } else {
                child(child, known, inside, found);
            }
        }
        shape(element, key, found);
    }

    private void child(Element child, BpmnElements.Known parent, String process, Found found) {
        String key = key(child.getNamespaceURI(), child.getLocalName());
        if (BpmnElements.of(key) != null && !BpmnElements.mayHold(parent, key)) {
            found.element(child, "may not stand here");
        } else {
            element(child, process, found);
        }
    }

    private void attributes(Element element, String key, BpmnElements.Known known, String process, Found found) {
        for (Attr attribute : ModelXml.attributes(element)) {
            attribute(attribute, key, known, process, found);
        }
        for (String required : known.required()) {
            boolean there = ModelXml.attributes(element).stream()
                    .anyMatch(attribute -> key(attribute.getNamespaceURI(), attribute.getLocalName())
                                    .equals(required)
                            && !attribute.getValue().isBlank());
            if (!there) {
                found.missing(element, required);
            }
        }
    }

    private void attribute(Attr attribute, String element, BpmnElements.Known known, String process, Found found) {
        String key = key(attribute.getNamespaceURI(), attribute.getLocalName());
        if (!known.attributes().contains(key)) {
            found.attribute(attribute, "is not on the list of known attributes");
            return;
        }
        String refusal = element.equals("camunda:property") && key.equals("value")
                ? values.refusalOfProperty(attribute.getOwnerElement().getAttribute("name"), attribute.getValue())
                : values.refusalOfAttribute(key, attribute.getValue(), process);
        if (!refusal.isEmpty()) {
            found.attribute(attribute, refusal);
        }
    }

    private void text(Element element, String key, BpmnElements.Known known, Found found) {
        String text = ModelXml.text(element);
        if (known.holdsText()) {
            String refusal = values.refusalOfText(key, text);
            if (!refusal.isEmpty()) {
                found.element(element, refusal);
            }
        } else if (!text.isBlank()) {
            found.element(element, "may not hold text");
        }
    }

    /** What only several words together make wrong. */
    private static void shape(Element element, String key, Found found) {
        if (key.equals("timerEventDefinition") && ModelXml.children(element).size() != 1) {
            found.element(element, "needs exactly one of timeDuration, timeDate and timeCycle");
        }
        if (key.equals("camunda:in")
                && element.getAttribute("businessKey").isEmpty()
                && (element.getAttribute("source").isEmpty()
                        || element.getAttribute("target").isEmpty())) {
            found.element(element, "needs source and target, or a businessKey");
        }
        if (key.equals("multiInstanceLoopCharacteristics")
                && !element.hasAttributeNS(CAMUNDA, "collection")
                && ModelXml.children(element).stream()
                        .noneMatch(child -> child.getLocalName().equals("loopCardinality"))) {
            found.element(element, "needs a camunda:collection or a loopCardinality");
        }
    }

    private static String key(@Nullable String namespace, String localName) {
        return switch (namespace == null ? "" : namespace) {
            case BPMN, "" -> localName;
            case CAMUNDA -> "camunda:" + localName;
            case XSI -> "xsi:" + localName;
            default -> "{" + namespace + "}" + localName;
        };
    }
}
