package io.simbaerp.invoice.separation;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.task.TaskCompletion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * To whom an approver returns an invoice: an approver before them, by the duty of their level; else to its coding. And which
 * of their lines a return or rejection is about, where they decide about lines.
 */
public final class ReturnInput {

    private static final String RETURN_TO = "returnTo";
    private static final String LINES = "lines";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ReturnInput() {}

    public static @Nullable JsonNode ofFields(Map<String, List<String>> fields) {
        String level = fields.getOrDefault(RETURN_TO, List.of("")).get(0);
        List<String> lines = fields.getOrDefault(LINES, List.of());
        if (level.isBlank() && lines.isEmpty()) {
            return null;
        }
        ObjectNode input = JSON.createObjectNode();
        if (!level.isBlank()) {
            input.put(RETURN_TO, level);
        }
        if (!lines.isEmpty()) {
            ArrayNode named = input.putArray(LINES);
            lines.forEach(line -> named.add(line));
        }
        return input;
    }

    /** The lines that are named; none for all of them. */
    public static List<String> lines(TaskCompletion completion) {
        JsonNode input = completion.coding();
        return input == null || completion.outcome().equals("approve")
                ? List.of()
                : input.path(LINES)
                        .valueStream()
                        .map(line -> line.asString(""))
                        .distinct()
                        .toList();
    }

    /**
     * The level it goes back to; nothing if it isn't returned, or not to an approver.
     *
     * @throws RuleViolation approval.return-to-unknown
     */
    public static Optional<Duty> approver(TaskCompletion completion) {
        JsonNode input = completion.coding();
        if (!completion.outcome().equals("return") || input == null || !input.hasNonNull(RETURN_TO)) {
            return Optional.empty();
        }
        JsonNode said = input.get(RETURN_TO);
        String level = said.isString() ? said.asString() : "";
        return Optional.of(Stream.of(Duty.values())
                .filter(duty -> duty.name().equals(level))
                .findFirst()
                .orElseThrow(() -> RuleViolation.ofField(RETURN_TO, "approval.return-to-unknown")));
    }
}
