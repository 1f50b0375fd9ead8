package io.simbaerp.task.question;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person asked another about a task. */
public record QuestionAsked(
        CompanyId company,
        Actor actor,
        Instant at,
        UUID questionId,
        @Nullable UUID documentId) implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("task-question", questionId);
    }

    @Override
    public List<Subject> concerns() {
        return documentId == null ? List.of() : List.of(new Subject("document", documentId));
    }
}
