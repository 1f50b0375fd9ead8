package io.simbaerp.ledger.owner;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.UUID;

/** Somebody was named owner of a cost centre, or nobody any more. */
public record CentreOwnerNamed(CompanyId company, Actor actor, Instant at, UUID costCentreId) implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("cost-centre", costCentreId);
    }
}
