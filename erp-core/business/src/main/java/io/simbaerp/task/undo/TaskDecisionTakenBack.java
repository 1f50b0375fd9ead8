package io.simbaerp.task.undo;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.UUID;

/** A person took a decision back before anything followed from it. */
public record TaskDecisionTakenBack(CompanyId company, Actor actor, Instant at, UUID taskId) implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("task", taskId);
    }
}
