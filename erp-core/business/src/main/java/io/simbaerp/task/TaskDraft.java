package io.simbaerp.task;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task as a process puts it on the desk.
 *
 * @param engineTaskId the engine's own id of the task, by which it is completed and withdrawn
 * @param key what is to be done, as named in the model, such as {@code Task_CodeInvoice}
 * @param form which {@link TaskForm} decides it, such as {@code invoice/coding}
 * @param subject what it is about
 * @param candidateDuties who may take it: holders of any of these
 * @param outcomes what may be decided; the first carries the document forward
 * @param process the id of the process it belongs to
 * @param assignee whose it is from the start: a task without candidates is directed to one person
 * @param rule which row of a decision table asked for it, by the row's id; for the answer to "why me?"
 */
public record TaskDraft(
        String engineTaskId,
        String key,
        String form,
        @Nullable UUID documentId,
        Subject subject,
        Set<Duty> candidateDuties,
        @Nullable Instant dueAt,
        List<String> outcomes,
        String process,
        @Nullable String rule,
        @Nullable UUID assignee) {

    /** What the engine's id begins with where there is none: tasks that no process waits for. */
    public static final String DIRECT = "direct:";

    public TaskDraft {
        candidateDuties = Set.copyOf(candidateDuties);
        outcomes = List.copyOf(outcomes);
        if (candidateDuties.isEmpty() && assignee == null) {
            throw new IllegalArgumentException("Nobody could ever take the task " + key);
        }
        if (outcomes.isEmpty()) {
            throw new IllegalArgumentException("Nothing could be decided in the task " + key);
        }
    }

    /** A task that is anybody's who holds one of the duties. */
    public TaskDraft(
            String engineTaskId,
            String key,
            String form,
            @Nullable UUID documentId,
            Subject subject,
            Set<Duty> candidateDuties,
            @Nullable Instant dueAt,
            List<String> outcomes,
            String process,
            @Nullable String rule) {
        this(engineTaskId, key, form, documentId, subject, candidateDuties, dueAt, outcomes, process, rule, null);
    }
}
