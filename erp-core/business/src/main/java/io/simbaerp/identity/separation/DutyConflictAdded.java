package io.simbaerp.identity.separation;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.UUID;

/** Two duties shall not lie in one hand from now on. */
public record DutyConflictAdded(CompanyId company, Actor actor, Instant at, UUID conflict) implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("duty-conflict", conflict);
    }
}
