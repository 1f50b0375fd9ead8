package io.simbaerp.task;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Somebody gave a task back. */
public record TaskReleased(CompanyId company, Actor actor, Instant at, UUID taskId, String key, List<Subject> concerns)
        implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("task", taskId);
    }
}
