package io.simbaerp.ledger.allocation;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.UUID;

/** Open items of a party were settled with each other by hand. */
public record ItemsSettled(CompanyId company, Actor actor, Instant at, UUID partyId, UUID settlementId)
        implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("party", partyId);
    }
}
