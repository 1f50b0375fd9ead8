package io.simbaerp.workflow.engine.gate;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The elements a model may be made of: their attributes, those that must be there ({@code !}), and what may stand inside.
 * Attributes and elements of the engine's own namespace begin with its usual prefix. {@code text} means that the element
 * holds words of its own and nothing else.
 */
final class BpmnElements {

    /**
     * What is known of one kind of element.
     *
     * @param required attributes without which the engine could not run it, or could not run it as it is meant
     */
    record Known(Set<String> attributes, Set<String> required, Set<String> children) {

        boolean holdsText() {
            return children.contains("text");
        }
    }

    private static final String ASYNC = "camunda:asyncBefore camunda:asyncAfter camunda:exclusive";
    private static final String NODE = "documentation extensionElements incoming outgoing";
    private static final String EVENTS =
            "timerEventDefinition messageEventDefinition signalEventDefinition errorEventDefinition";
    private static final String LOOP = "multiInstanceLoopCharacteristics";
    private static final String FLOW =
            "startEvent endEvent intermediateCatchEvent intermediateThrowEvent boundaryEvent "
                    + "exclusiveGateway parallelGateway inclusiveGateway eventBasedGateway serviceTask userTask businessRuleTask "
                    + "callActivity subProcess sequenceFlow textAnnotation association";

    private static final Map<String, Known> ALL = table("""
            definitions            | id name targetNamespace exporter exporterVersion       | process message signal error
            process                | id! name isExecutable! camunda:historyTimeToLive!      | documentation extensionElements FLOW
            message                | id! name!                                              |
            signal                 | id! name!                                              |
            error                  | id! name errorCode!                                    |
            documentation          | id                                                     | text
            extensionElements      |                                                        | camunda:properties camunda:in camunda:out camunda:failedJobRetryTimeCycle
            camunda:properties     |                                                        | camunda:property
            camunda:property       | name! value!                                           |
            camunda:in             | source target businessKey                              |
            camunda:out            | source! target!                                        |
            camunda:failedJobRetryTimeCycle |                                               | text
            startEvent             | id! name                                               | NODE
            endEvent               | id! name                                               | NODE errorEventDefinition terminateEventDefinition
            intermediateCatchEvent | id! name ASYNC                                         | NODE timerEventDefinition messageEventDefinition signalEventDefinition
            intermediateThrowEvent | id! name ASYNC                                         | NODE signalEventDefinition
            boundaryEvent          | id! name attachedToRef! cancelActivity ASYNC           | NODE EVENTS
            timerEventDefinition   | id                                                     | timeDuration timeDate timeCycle
            timeDuration           | xsi:type                                               | text
            timeDate               | xsi:type                                               | text
            timeCycle              | xsi:type                                               | text
            messageEventDefinition | id messageRef!                                         |
            signalEventDefinition  | id signalRef!                                          |
            errorEventDefinition   | id errorRef!                                           |
            terminateEventDefinition | id                                                   |
            exclusiveGateway       | id! name default ASYNC                                 | NODE
            inclusiveGateway       | id! name default ASYNC                                 | NODE
            parallelGateway        | id! name ASYNC                                         | NODE
            eventBasedGateway      | id! name                                               | NODE
            sequenceFlow           | id! name sourceRef! targetRef!                         | documentation extensionElements conditionExpression
            conditionExpression    | xsi:type                                               | text
            incoming               |                                                        | text
            outgoing               |                                                        | text
            serviceTask            | id! name camunda:expression! camunda:resultVariable ASYNC | NODE LOOP
            userTask               | id! name camunda:formKey! camunda:candidateGroups! ASYNC  | NODE LOOP
            businessRuleTask       | id! name camunda:decisionRef! camunda:decisionRefBinding camunda:mapDecisionResult camunda:resultVariable ASYNC | NODE LOOP
            callActivity           | id! name calledElement! camunda:calledElementBinding ASYNC | NODE LOOP
            subProcess             | id! name ASYNC                                         | NODE LOOP FLOW
            multiInstanceLoopCharacteristics | id isSequential camunda:collection camunda:elementVariable ASYNC | loopCardinality completionCondition
            loopCardinality        | xsi:type                                               | text
            completionCondition    | xsi:type                                               | text
            textAnnotation         | id!                                                    | text-of-annotation
            text-of-annotation     |                                                        | text
            association            | id! sourceRef! targetRef! associationDirection         |
            """);

    private BpmnElements() {}

    /** What is known of the element; nothing if it isn't on the list. */
    static @Nullable Known of(String key) {
        return ALL.get(key.equals("text") ? "text-of-annotation" : key);
    }

    /** Whether the one may stand inside the other. */
    static boolean mayHold(Known parent, String child) {
        return parent.children().contains(child.equals("text") ? "text-of-annotation" : child);
    }

    private static Map<String, Known> table(String rows) {
        Map<String, Known> table = new TreeMap<>();
        for (String row : rows.lines().toList()) {
            String[] cells = row.split("\\|", -1);
            Set<String> attributes = words(cells[1]);
            table.put(
                    cells[0].trim(),
                    new Known(
                            attributes.stream()
                                    .map(attribute -> attribute.replace("!", ""))
                                    .collect(Collectors.toUnmodifiableSet()),
                            attributes.stream()
                                    .filter(attribute -> attribute.endsWith("!"))
                                    .map(attribute -> attribute.replace("!", ""))
                                    .collect(Collectors.toCollection(LinkedHashSet::new)),
                            words(cells[2])));
        }
        return table;
    }

    private static Set<String> words(String cell) {
        String whole = cell.replace("ASYNC", ASYNC)
                .replace("NODE", NODE)
                .replace("EVENTS", EVENTS)
                .replace("LOOP", LOOP)
                .replace("FLOW", FLOW)
                .trim();
        return whole.isEmpty() ? Set.of() : new LinkedHashSet<>(Arrays.asList(whole.split("\\s+")));
    }
}
