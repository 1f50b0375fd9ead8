package io.simbaerp.task.question;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question about a task, and its answer once there is one.
 *
 * @param taskId the task it was asked about
 * @param answerTaskId the task of whoever is asked
 * @param ended when the task it was asked about ended without an answer
 */
public record QuestionView(
        UUID id,
        UUID taskId,
        UUID answerTaskId,
        UUID askedBy,
        UUID askedOf,
        Instant askedAt,
        String question,
        @Nullable String answer,
        @Nullable UUID answeredBy,
        @Nullable Instant answeredAt,
        @Nullable Instant ended) {

    /** Whether somebody waits for the answer. */
    public boolean waits() {
        return answeredAt == null && ended == null;
    }
}
