package io.simbaerp.ledger.template;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.UUID;

/** A plan was stopped; what it posted stays. */
public record PlanStopped(CompanyId company, Actor actor, Instant at, UUID planId) implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("entry-plan", planId);
    }
}
