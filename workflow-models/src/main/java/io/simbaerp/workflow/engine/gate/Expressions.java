package io.simbaerp.workflow.engine.gate;

import io.simbaerp.workflow.engine.StepRegistry;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The few shapes of expressions a model may use. None can reach an object's own methods. */
final class Expressions {

    private static final String NAME = "[a-z][A-Za-z0-9]*";
    private static final String CONSTANT = "'[A-Za-z0-9 _.:/-]*'|-?\\d{1,9}|true|false";
    private static final String OPERAND = "(?:" + NAME + "|" + CONSTANT + ")";
    private static final String COMPARISON = OPERAND + "\\s*(?:==|!=|<=|>=|<|>)\\s*" + OPERAND;

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(" + NAME + ")\\}");
    private static final Pattern CALL = Pattern.compile(
            "\\$\\{(" + NAME + ")\\.(" + NAME + ")\\(\\s*(" + OPERAND + "(?:\\s*,\\s*" + OPERAND + ")*)?\\s*\\)\\}");
    private static final Pattern CONDITION =
            Pattern.compile("\\$\\{\\s*" + COMPARISON + "(?:\\s*(?:&&|\\|\\|)\\s*" + COMPARISON + ")*\\s*\\}");
    private static final Pattern WORD = Pattern.compile("'[^']*'|(" + NAME + ")");

    /** Names under which the engine hands out its own objects, and words of the expression language. */
    private static final Set<String> RESERVED = Set.of(
            "execution",
            "task",
            "caseExecution",
            "variableScope",
            "connector",
            "scriptTask",
            "listener",
            "authenticatedUserId",
            "currentUser",
            "currentUserGroups",
            "now",
            "dateTime",
            "empty",
            "null",
            "not",
            "and",
            "or",
            "eq",
            "ne",
            "lt",
            "gt",
            "le",
            "ge",
            "instanceof",
            "div",
            "mod");

    private Expressions() {}

    /** {@code ${steps.method(variable, 'constant')}} with steps and method registered for this process. */
    static boolean isStepCall(String text, String process, StepRegistry steps) {
        Matcher call = CALL.matcher(text);
        if (!call.matches()) {
            return false;
        }
        String arguments = call.group(3) == null ? "" : call.group(3);
        int arity = arguments.isBlank() ? 0 : arguments.split(",").length;
        return steps.mayCall(process, call.group(1), call.group(2), arity) && namesAreVariables(arguments, steps);
    }

    /** {@code ${variable == 'constant'}}, several joined by {@code &&} or {@code ||}. */
    static boolean isCondition(String text, StepRegistry steps) {
        String trimmed = text.trim();
        return CONDITION.matcher(trimmed).matches() && namesAreVariables(trimmed, steps);
    }

    static boolean isVariable(String text, StepRegistry steps) {
        Matcher variable = VARIABLE.matcher(text);
        return variable.matches() && isName(variable.group(1), steps);
    }

    /** A name that is a variable's and nothing else's. */
    static boolean isName(String text, StepRegistry steps) {
        return text.matches(NAME) && !RESERVED.contains(text) && !steps.isBean(text);
    }

    private static boolean namesAreVariables(String text, StepRegistry steps) {
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            String name = words.group(1);
            if (name != null && !name.equals("true") && !name.equals("false") && !isName(name, steps)) {
                return false;
            }
        }
        return true;
    }
}
