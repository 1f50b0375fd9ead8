package io.simbaerp.ledger.dimension;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.UUID;

/** A distribution key was added or changed. */
public record DistributionSaved(CompanyId company, Actor actor, Instant at, UUID distributionId)
        implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("distribution", distributionId);
    }
}
