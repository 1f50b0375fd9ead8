package io.simbaerp.company.period;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.UUID;

/** A fiscal year was locked for good. */
public record FiscalYearLocked(CompanyId company, Actor actor, Instant at, UUID yearId) implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("fiscal-year", yearId);
    }
}
