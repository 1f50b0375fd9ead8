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

/** To whom an approver returns an invoice: an approver before them, by the duty of their level; else to its coding. */
public final class ReturnInput {

    private static final String RETURN_TO = "returnTo";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ReturnInput() {}

    public static @Nullable JsonNode ofFields(Map<String, List<String>> fields) {
        String level = fields.getOrDefault(RETURN_TO, List.of("")).get(0);
        return level.isBlank() ? null : JSON.createObjectNode().put(RETURN_TO, level);
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
