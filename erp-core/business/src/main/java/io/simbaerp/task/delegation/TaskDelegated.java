package io.simbaerp.task.delegation;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A person handed a task to a colleague. */
public record TaskDelegated(
        CompanyId company,
        Actor actor,
        Instant at,
        UUID delegationId,
        UUID person,
        @Nullable UUID documentId) implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("task-delegation", delegationId);
    }

    @Override
    public List<Subject> concerns() {
        return Stream.concat(
                        Stream.of(new Subject("user", person)),
                        Stream.ofNullable(documentId).map(id -> new Subject("document", id)))
                .toList();
    }
}
