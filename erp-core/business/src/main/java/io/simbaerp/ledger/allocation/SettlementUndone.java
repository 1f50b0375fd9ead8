package io.simbaerp.ledger.allocation;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.UUID;

/** A settlement of open items was taken back. */
public record SettlementUndone(CompanyId company, Actor actor, Instant at, UUID partyId, UUID settlementId)
        implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("party", partyId);
    }
}
