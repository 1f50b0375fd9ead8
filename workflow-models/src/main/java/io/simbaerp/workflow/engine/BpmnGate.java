package io.simbaerp.workflow.engine;

import io.simbaerp.architecture.Duty;
import io.simbaerp.task.TaskForms;
import io.simbaerp.workflow.engine.ModelXml.Found;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** What a BPMN model may hold. Everything else is refused. */
class BpmnGate {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    private static final Set<String> DRAWING = Set.of(
            "http://www.omg.org/spec/BPMN/20100524/DI",
            "http://www.omg.org/spec/DD/20100524/DC",
            "http://www.omg.org/spec/DD/20100524/DI");

    /** Attributes by element; those of the engine's own namespace begin with its usual prefix. */
    private static final Map<String, Set<String>> ELEMENTS = Map.ofEntries(
            Map.entry("definitions", Set.of("id", "name", "targetNamespace", "exporter", "exporterVersion")),
            Map.entry("process", Set.of("id", "name", "isExecutable", "camunda:historyTimeToLive")),
            Map.entry("documentation", Set.of("id")),
            Map.entry("extensionElements", Set.of()),
            Map.entry("camunda:properties", Set.of()),
            Map.entry("camunda:property", Set.of("name", "value")),
            Map.entry("startEvent", Set.of("id", "name")),
            Map.entry("endEvent", Set.of("id", "name")),
            Map.entry("exclusiveGateway", Set.of("id", "name", "default")),
            Map.entry("sequenceFlow", Set.of("id", "name", "sourceRef", "targetRef")),
            Map.entry("conditionExpression", Set.of("xsi:type")),
            Map.entry("incoming", Set.of()),
            Map.entry("outgoing", Set.of()),
            Map.entry(
                    "serviceTask",
                    Set.of(
                            "id",
                            "name",
                            "camunda:expression",
                            "camunda:resultVariable",
                            "camunda:asyncBefore",
                            "camunda:asyncAfter")),
            Map.entry(
                    "userTask",
                    Set.of(
                            "id",
                            "name",
                            "camunda:formKey",
                            "camunda:candidateGroups",
                            "camunda:asyncBefore",
                            "camunda:asyncAfter")));

    private static final Pattern PERIOD = Pattern.compile("P\\d+D");

    private final StepRegistry steps;
    private final TaskForms forms;

    BpmnGate(StepRegistry steps, TaskForms forms) {
        this.steps = steps;
        this.forms = forms;
    }

    void check(Element root, Found found) {
        if (!"definitions".equals(root.getLocalName()) || !BPMN.equals(ModelXml.namespace(root))) {
            found.element(root, "is no BPMN model");
            return;
        }
        element(root, "", found);
    }

    private void element(Element element, String process, Found found) {
        if (DRAWING.contains(ModelXml.namespace(element))) {
            drawing(element, found);
            return;
        }
        Set<String> allowed = ELEMENTS.get(key(ModelXml.namespace(element), element.getLocalName()));
        if (allowed == null) {
            found.element(element, "is not on the list of known elements");
            return;
        }
        String inside = element.getLocalName().equals("process") ? element.getAttribute("id") : process;
        for (Attr attribute : ModelXml.attributes(element)) {
            attribute(attribute, allowed, inside, found);
        }
        text(element, inside, found);
        ModelXml.children(element).forEach(child -> element(child, inside, found));
    }

    /** A drawing says where things stand; none of its attributes is ever evaluated. */
    private static void drawing(Element element, Found found) {
        for (Attr attribute : ModelXml.attributes(element)) {
            if (!ModelXml.namespace(attribute).isEmpty() || ModelXml.holdsExpression(attribute.getValue())) {
                found.attribute(attribute, "does not belong into a drawing");
            }
        }
        for (Element child : ModelXml.children(element)) {
            if (DRAWING.contains(ModelXml.namespace(child))) {
                drawing(child, found);
            } else {
                found.element(child, "does not belong into a drawing");
            }
        }
    }

    private void text(Element element, String process, Found found) {
        String name = element.getLocalName();
        String text = element.getTextContent();
        if (name.equals("conditionExpression")) {
            if (!Expressions.isCondition(text, steps)) {
                found.element(element, "is no comparison of variables and constants");
            }
        } else if (ModelXml.children(element).isEmpty() && ModelXml.holdsExpression(text)) {
            found.element(element, "may not hold an expression");
        }
    }

    private void attribute(Attr attribute, Set<String> allowed, String process, Found found) {
        String key = key(ModelXml.namespace(attribute), attribute.getLocalName());
        if (!allowed.contains(key)) {
            found.attribute(attribute, "is not on the list of known attributes");
            return;
        }
        String refusal = refusal(key, attribute.getValue(), process);
        if (!refusal.isEmpty()) {
            found.attribute(attribute, refusal);
        }
    }

    private String refusal(String key, String value, String process) {
        return switch (key) {
            case "camunda:expression" ->
                Expressions.isStepCall(value, process, steps) ? "" : "is no call of a step this process may call";
            case "camunda:resultVariable" -> Expressions.isName(value, steps) ? "" : "is no name of a variable";
            case "camunda:candidateGroups" -> areCandidates(value) ? "" : "is neither duties nor a plain variable";
            case "camunda:formKey" -> forms.names().contains(value) ? "" : "is no form of any page";
            case "camunda:historyTimeToLive" ->
                PERIOD.matcher(value).matches() ? "" : "is no number of days such as P180D";
            case "camunda:asyncBefore", "camunda:asyncAfter", "isExecutable" ->
                value.equals("true") || value.equals("false") ? "" : "is neither true nor false";
            default -> ModelXml.holdsExpression(value) ? "may not hold an expression" : "";
        };
    }

    private boolean areCandidates(String value) {
        return Expressions.isVariable(value, steps)
                || Arrays.stream(value.split("\\s*,\\s*")).allMatch(duty -> Arrays.stream(Duty.values())
                        .anyMatch(known -> known.name().equals(duty)));
    }

    private static String key(String namespace, String localName) {
        return switch (namespace) {
            case BPMN, "" -> localName;
            case CAMUNDA -> "camunda:" + localName;
            case XSI -> "xsi:" + localName;
            default -> "{" + namespace + "}" + localName;
        };
    }
}
