package io.simbaerp.approval.proposal;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a row of a decision table should ask somebody else.
 *
 * @param row the row that asked, by its id in the table
 * @param inputs what the table was asked with
 * @param named who should be asked instead
 * @param proposedFor whose task it was, where somebody acted for that person
 * @param outcome how it was decided; nothing while it waits
 * @param modelVersion the version of the table that came of it
 */
public record RuleProposal(
        UUID id,
        UUID taskId,
        @Nullable UUID documentId,
        @Nullable String documentNumber,
        String table,
        int version,
        String row,
        Map<String, String> inputs,
        UUID named,
        String reason,
        UUID proposedBy,
        @Nullable UUID proposedFor,
        Instant proposedAt,
        @Nullable Outcome outcome,
        @Nullable UUID decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String note,
        @Nullable UUID modelVersion) {

    /** What became of it. */
    public enum Outcome {
        ACCEPTED,
        DISMISSED
    }
}
