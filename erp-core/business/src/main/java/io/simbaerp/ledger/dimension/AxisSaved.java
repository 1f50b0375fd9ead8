package io.simbaerp.ledger.dimension;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.UUID;

/** An axis or one of its values was added or changed. */
public record AxisSaved(CompanyId company, Actor actor, Instant at, UUID axisId) implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("axis", axisId);
    }
}
