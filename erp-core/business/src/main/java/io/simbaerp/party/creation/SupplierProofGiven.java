package io.simbaerp.party.creation;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import io.simbaerp.party.PartyId;
import java.time.Instant;

/** Somebody said what proves the data of a proposed supplier. */
public record SupplierProofGiven(CompanyId company, Actor actor, Instant at, PartyId partyId) implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("party", partyId.value());
    }
}
