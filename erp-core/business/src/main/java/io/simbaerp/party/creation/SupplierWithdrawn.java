package io.simbaerp.party.creation;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import io.simbaerp.party.PartyId;
import java.time.Instant;

/** Whoever proposed a supplier took it back. */
public record SupplierWithdrawn(CompanyId company, Actor actor, Instant at, PartyId partyId) implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("party", partyId.value());
    }
}
