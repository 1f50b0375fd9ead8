package io.simbaerp.ledger.template;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.UUID;

/** The books refused an entry of a plan; it waits. */
public record PlannedEntryRefused(CompanyId company, Actor actor, Instant at, UUID planId) implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("entry-plan", planId);
    }
}
