package io.simbaerp.task;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A task as its {@link TaskForm} sees it: what is asked, about what, and who has taken it. */
public record OpenTaskView(
        UUID id,
        String key,
        String form,
        Subject subject,
        @Nullable UUID documentId,
        Set<Duty> candidateDuties,
        @Nullable UUID assignee,
        @Nullable Instant dueAt,
        List<String> outcomes,
        String process,
        @Nullable String rule) {

    /** An open task as somebody read it. */
    public static OpenTaskView of(TaskView task) {
        return new OpenTaskView(
                task.id(),
                task.key(),
                task.form(),
                task.subject(),
                task.documentId(),
                Set.copyOf(task.candidateDuties()),
                task.assignee(),
                task.dueAt(),
                task.outcomes(),
                task.process(),
                task.rule());
    }

    /** Whether it was directed to one named person, so that it is nobody else's to take. */
    public boolean isDirected() {
        return candidateDuties.isEmpty();
    }

    /** The same as somebody sees it who was asked about it: on their desk, due when what they were asked is due. */
    public OpenTaskView seenBy(OpenTaskView asked) {
        return new OpenTaskView(
                id,
                key,
                form,
                asked.subject(),
                asked.documentId(),
                candidateDuties,
                asked.assignee(),
                asked.dueAt(),
                outcomes,
                process,
                rule);
    }
}
