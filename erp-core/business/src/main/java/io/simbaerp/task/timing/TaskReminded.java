package io.simbaerp.task.timing;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Those whose task it is were reminded of it by a time rule. */
public record TaskReminded(CompanyId company, Actor actor, Instant at, UUID actId, List<Subject> concerns)
        implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("time-act", actId);
    }
}
