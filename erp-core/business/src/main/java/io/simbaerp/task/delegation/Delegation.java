package io.simbaerp.task.delegation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a task was handed to a colleague.
 *
 * @param delegatedFor whose task it was, where somebody acted for that person
 * @param note what the colleague should know
 */
public record Delegation(
        UUID id,
        UUID taskId,
        UUID delegatedBy,
        @Nullable UUID delegatedFor,
        UUID delegatedTo,
        Instant delegatedAt,
        @Nullable String note) {}
