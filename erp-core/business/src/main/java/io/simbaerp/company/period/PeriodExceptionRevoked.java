package io.simbaerp.company.period;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.UUID;

/** An exception from the lock of a period was taken back. */
public record PeriodExceptionRevoked(CompanyId company, Actor actor, Instant at, UUID periodId)
        implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("fiscal-period", periodId);
    }
}
