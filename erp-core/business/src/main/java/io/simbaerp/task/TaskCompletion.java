package io.simbaerp.task;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How a person decides a task.
 *
 * @param outcome one of the outcomes the task offers
 * @param comment why; some outcomes demand it
 * @param coding what the form of the task took in; nothing means that the proposal stands
 * @param contentHash the fingerprint of what the person saw; a decision on something else is refused
 */
public record TaskCompletion(
        UUID taskId,
        String outcome,
        @Nullable String comment,
        @Nullable JsonNode coding,
        @Nullable String contentHash) {}
