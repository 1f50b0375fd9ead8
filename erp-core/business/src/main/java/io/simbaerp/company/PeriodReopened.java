package io.simbaerp.company;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.UUID;

/** A fiscal period was reopened. */
public record PeriodReopened(CompanyId company, Actor actor, Instant at, UUID periodId) implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("fiscal-period", periodId);
    }
}
