package io.simbaerp.identity.separation;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An exception from the separation of duties was approved. */
public record DutyExceptionApproved(CompanyId company, Actor actor, Instant at, UUID exception, UUID user)
        implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("duty-exception", exception);
    }

    @Override
    public List<Subject> concerns() {
        return List.of(new Subject("user", user));
    }
}
