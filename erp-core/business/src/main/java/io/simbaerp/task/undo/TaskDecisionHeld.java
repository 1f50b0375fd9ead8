package io.simbaerp.task.undo;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A person decided a task and can still take it back. */
public record TaskDecisionHeld(CompanyId company, Actor actor, Instant at, UUID taskId, Instant sendOnAt, Subject about)
        implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("task", taskId);
    }

    @Override
    public List<Subject> concerns() {
        return List.of(about);
    }
}
