package io.simbaerp.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one of the demo's people decides about a document.
 *
 * @param person who signs in for it
 * @param task the key of the task that is decided
 * @param coding what is entered; nothing leaves the proposal as it is
 */
record DemoStep(
        String person,
        String task,
        String outcome,
        @Nullable String comment,
        @Nullable JsonNode coding) {

    private static final String CODE = "Task_CodeInvoice";
    private static final String APPROVE = "Task_ApproveInvoice";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Who does what, by the word in the table. */
    private static final Map<String, DemoStep> WORDS = Map.of(
            "code", new DemoStep("accountant", CODE, "send", null, null),
            "approve", new DemoStep("manager", APPROVE, "approve", null, null),
            "owner", new DemoStep("owner", APPROVE, "approve", null, null),
            "direct", new DemoStep("director", APPROVE, "approve", null, null),
            "return", new DemoStep("manager", APPROVE, "return", null, null),
            "reject", new DemoStep("manager", APPROVE, "reject", null, null));

    /** Steps as the table writes them: {@code code 402-03/310/Z23 > approve}. */
    static List<DemoStep> path(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(" > ")).map(DemoStep::step).toList();
    }

    private static DemoStep step(String text) {
        String word = text.split(" ")[0];
        DemoStep step = WORDS.get(word);
        if (step == null) {
            throw new IllegalArgumentException("The demo knows no step " + text);
        }
        String rest = text.substring(word.length()).strip();
        if (rest.isEmpty()) {
            return step;
        }
        return step.task.equals(CODE)
                ? new DemoStep(step.person, CODE, step.outcome, null, coding(rest))
                : new DemoStep(step.person, step.task, step.outcome, rest, null);
    }

    /** Account, cost centre and VAT code of each line. */
    private static JsonNode coding(String text) {
        ObjectNode coding = JSON.createObjectNode();
        ArrayNode lines = coding.putArray("lines");
        int number = 0;
        for (String each : text.split(",")) {
            String[] parts = each.split("/", -1);
            ObjectNode line = lines.addObject();
            line.put("line", String.valueOf(++number));
            line.put("account", parts[0]);
            if (!parts[1].isEmpty()) {
                line.put("costCentre", parts[1]);
            }
            line.put("taxCode", parts[2]);
        }
        return coding;
    }

    /** The same for as many lines as the invoice has; the last one stands for all that follow. */
    DemoStep forLines(int count) {
        if (coding == null || coding.path("lines").size() >= count) {
            return this;
        }
        ObjectNode whole = (ObjectNode) coding.deepCopy();
        ArrayNode lines = (ArrayNode) whole.path("lines");
        for (int number = lines.size() + 1; number <= count; number++) {
            ObjectNode line = (ObjectNode) lines.get(lines.size() - 1).deepCopy();
            lines.add(line.put("line", String.valueOf(number)));
        }
        return new DemoStep(person, task, outcome, comment, whole);
    }
}
