package io.simbaerp.approval.added;

import io.simbaerp.approval.Decision;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An approval asked for besides.
 *
 * @param taskId the approver's task that waits for it
 * @param ownTaskId the task of whoever was added
 * @param reason why they were added
 * @param decision nothing while they have not decided
 * @param onBehalfOf for whom it was decided, where one person acted for another
 * @param ended when nobody waited for it any more
 * @param live whether it belongs to the present request
 */
public record AddedApproval(
        UUID id,
        UUID taskId,
        UUID ownTaskId,
        UUID askedBy,
        UUID person,
        Instant askedAt,
        String reason,
        String contentHash,
        @Nullable Decision decision,
        @Nullable String comment,
        @Nullable UUID decidedBy,
        @Nullable UUID onBehalfOf,
        @Nullable Instant decidedAt,
        @Nullable Instant ended,
        boolean live) {

    /** Whether somebody waits for it. */
    public boolean waits() {
        return decision == null && ended == null;
    }
}
