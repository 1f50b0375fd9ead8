package io.simbaerp.ledger.template;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.UUID;

/** An entry of a plan was posted on its day. */
public record PlannedEntryPosted(CompanyId company, Actor actor, Instant at, UUID planId) implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("entry-plan", planId);
    }
}
