package io.simbaerp.workflow.engine.gate;

import io.simbaerp.architecture.Duty;
import io.simbaerp.task.TaskForms;
import io.simbaerp.workflow.engine.StepRegistry;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;

/** What attributes and texts of a model may say: constants, plain variables, and the few shapes of expressions. */
class BpmnValues {

    private static final Pattern PERIOD = Pattern.compile("P\\d+D");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");
    private static final String LENGTH = "P(?=.)(\\d+Y)?(\\d+M)?(\\d+W)?(\\d+D)?(T(?=.)(\\d+H)?(\\d+M)?(\\d+S)?)?";
    private static final Pattern DURATION = Pattern.compile(LENGTH);
    private static final Pattern CYCLE = Pattern.compile("R\\d{1,3}/" + LENGTH);
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2})?Z?)?");
    private static final Pattern COUNT = Pattern.compile("[1-9]\\d{0,2}");
    private static final Set<String> BINDINGS = Set.of("latest", "deployment");
    private static final Set<String> RESULTS = Set.of("singleEntry", "singleResult", "collectEntries", "resultList");

    private final StepRegistry steps;
    private final TaskForms forms;

    BpmnValues(StepRegistry steps, TaskForms forms) {
        this.steps = steps;
        this.forms = forms;
    }

    /** Why the attribute may not say this; nothing if it may. */
    String refusalOfAttribute(String key, String value, String process) {
        return switch (key) {
            case "camunda:expression" ->
                Expressions.isStepCall(value, process, steps) ? "" : "is no call of a step this process may call";
            case "camunda:resultVariable", "camunda:elementVariable", "source", "target" ->
                Expressions.isName(value, steps) ? "" : "is no name of a variable";
            case "camunda:collection" -> isVariableOrItsName(value) ? "" : "is no plain variable";
            case "businessKey" -> Expressions.isVariable(value, steps) ? "" : "is no plain variable";
            case "camunda:candidateGroups" -> areCandidates(value) ? "" : "is neither duties nor a plain variable";
            case "camunda:formKey" -> forms.names().contains(value) ? "" : "is no form of any page";
            case "camunda:historyTimeToLive" ->
                PERIOD.matcher(value).matches() ? "" : "is no number of days such as P180D";
            case "calledElement", "camunda:decisionRef" ->
                NAME.matcher(value).matches() ? "" : "is no fixed name of a model";
            case "camunda:decisionRefBinding", "camunda:calledElementBinding" ->
                BINDINGS.contains(value) ? "" : "is neither latest nor deployment";
            case "camunda:mapDecisionResult" -> RESULTS.contains(value) ? "" : "is no known shape of a result";
            case "camunda:asyncBefore",
                    "camunda:asyncAfter",
                    "camunda:exclusive",
                    "isSequential",
                    "cancelActivity",
                    "isExecutable" -> value.equals("true") || value.equals("false") ? "" : "is neither true nor false";
            default -> ModelXml.holdsExpression(value) ? "may not hold an expression" : "";
        };
    }

    /** Why the element may not hold this text; nothing if it may. */
    String refusalOfText(String key, String text) {
        String value = text.trim();
        return switch (key) {
            case "conditionExpression", "completionCondition" ->
                Expressions.isCondition(value, steps) ? "" : "is no comparison of variables and constants";
            case "timeDuration" ->
                constantOrVariable(DURATION, value, "is neither a duration such as P3D nor a plain variable");
            case "timeDate" ->
                constantOrVariable(MOMENT, value, "is neither a date such as 2026-12-31 nor a plain variable");
            case "timeCycle" ->
                constantOrVariable(CYCLE, value, "is neither a cycle such as R3/P1D nor a plain variable");
            case "loopCardinality" ->
                constantOrVariable(COUNT, value, "is neither a number up to 999 nor a plain variable");
            case "camunda:failedJobRetryTimeCycle" ->
                CYCLE.matcher(value).matches() ? "" : "is no constant cycle such as R3/PT10M";
            default -> ModelXml.holdsExpression(value) ? "may not hold an expression" : "";
        };
    }

    /** What a user task says about itself beside its attributes. */
    String refusalOfProperty(String name, String value) {
        if (name.equals("dueInWorkingDays") || name.equals("dueInWorkingHours")) {
            return COUNT.matcher(value).matches() ? "" : "is no number of working days or hours up to 999";
        }
        if (name.equals("directedTo")) {
            return Expressions.isName(value, steps) ? "" : "is no name of a variable";
        }
        return ModelXml.holdsExpression(value) ? "may not hold an expression" : "";
    }

    private String constantOrVariable(Pattern constant, String value, String refusal) {
        return constant.matcher(value).matches() || Expressions.isVariable(value, steps) ? "" : refusal;
    }

    private boolean isVariableOrItsName(String value) {
        return Expressions.isVariable(value, steps) || Expressions.isName(value, steps);
    }

    private boolean areCandidates(String value) {
        return Expressions.isVariable(value, steps)
                || Arrays.stream(value.split("\\s*,\\s*")).allMatch(duty -> Arrays.stream(Duty.values())
                        .anyMatch(known -> known.name().equals(duty)));
    }
}
