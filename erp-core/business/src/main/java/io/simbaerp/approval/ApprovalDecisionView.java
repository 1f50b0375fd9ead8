package io.simbaerp.approval;

import io.simbaerp.architecture.Duty;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision as it stands in the records.
 *
 * @param onBehalfOf for whom it was decided, where one person acted for another
 * @param live whether it belongs to the present request; decisions of voided requests stay for the record
 * @param beyondLimit whether it went beyond a rolling limit and was therefore not enough
 */
public record ApprovalDecisionView(
        UUID id,
        Duty level,
        Decision decision,
        String contentHash,
        @Nullable String comment,
        UUID decidedBy,
        @Nullable UUID onBehalfOf,
        Instant decidedAt,
        boolean live,
        boolean beyondLimit) {}
