package io.simbaerp.task.sla;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One task behind the figures.
 *
 * @param hoursTaken working hours from its opening to its end, or until now
 */
public record SlaTask(
        UUID id,
        String process,
        String step,
        @Nullable UUID documentId,
        @Nullable String documentNumber,
        @Nullable String partyName,
        @Nullable UUID person,
        Instant openedAt,
        Instant dueAt,
        @Nullable Instant endedAt,
        @Nullable String outcome,
        BigDecimal hoursTaken) {}
