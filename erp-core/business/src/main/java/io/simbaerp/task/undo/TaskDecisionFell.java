package io.simbaerp.task.undo;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.UUID;

/** A held decision couldn't be carried out any more; its task waits again. */
public record TaskDecisionFell(CompanyId company, Actor actor, Instant at, UUID taskId) implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("task", taskId);
    }
}
