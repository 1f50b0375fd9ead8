package io.simbaerp.task;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task as lists show it, to somebody who may see it.
 *
 * @param why which of the reader's duties makes the task theirs; nothing if they merely took it
 * @param decision what was decided, once it was
 * @param lookedAt whether the reader may only look at it
 */
public record TaskView(
        UUID id,
        String key,
        String form,
        Subject subject,
        @Nullable UUID documentId,
        TaskState state,
        @Nullable UUID assignee,
        List<Duty> candidateDuties,
        @Nullable Instant dueAt,
        Instant openedAt,
        List<String> outcomes,
        String process,
        @Nullable String rule,
        @Nullable Duty why,
        TaskFacts facts,
        @Nullable Decided decision,
        boolean lookedAt) {

    /** Whether it was directed to one named person, so that it is nobody else's to take. */
    public boolean isDirected() {
        return candidateDuties.isEmpty();
    }

    TaskView with(TaskFacts present) {
        return new TaskView(
                id,
                key,
                form,
                subject,
                documentId,
                state,
                assignee,
                candidateDuties,
                dueAt,
                openedAt,
                outcomes,
                process,
                rule,
                why,
                present,
                decision,
                lookedAt);
    }

    /** The same for somebody who may only look at it: nothing is theirs to decide. */
    TaskView lookedAt(boolean only) {
        return new TaskView(
                id,
                key,
                form,
                subject,
                documentId,
                state,
                assignee,
                candidateDuties,
                dueAt,
                openedAt,
                only ? List.of() : outcomes,
                process,
                rule,
                only ? null : why,
                facts,
                decision,
                only);
    }

    /**
     * How a task ended.
     *
     * @param by nobody where the time to decide ran out
     */
    public record Decided(String outcome, @Nullable UUID by, Instant at) {}
}
