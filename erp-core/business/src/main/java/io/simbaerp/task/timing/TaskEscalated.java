package io.simbaerp.task.timing;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Superiors were told by a time rule of a task that is late. */
public record TaskEscalated(CompanyId company, Actor actor, Instant at, UUID actId, List<Subject> concerns)
        implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("time-act", actId);
    }
}
