package io.simbaerp.party.risk;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import io.simbaerp.party.PartyId;
import java.time.Instant;

/** The risk of a supplier was rated. */
public record SupplierRated(CompanyId company, Actor actor, Instant at, PartyId partyId) implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("party", partyId.value());
    }
}
