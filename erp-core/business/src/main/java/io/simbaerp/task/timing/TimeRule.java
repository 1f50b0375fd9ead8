package io.simbaerp.task.timing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happens to tasks that wait.
 *
 * @param process only in this process; nothing for all
 * @param step only at this step, by the task's key
 * @param documentType only about this type of document
 * @param span working hours after the task was due, before it where negative; for a lapse working days
 * @param outcome how a lapsing step ends: return or reject
 * @param weight how closely it says what it is about
 */
public record TimeRule(
        UUID id,
        TimeAct act,
        @Nullable String process,
        @Nullable String step,
        @Nullable String documentType,
        int span,
        @Nullable String outcome,
        String setBy,
        Instant setAt,
        int weight) {}
