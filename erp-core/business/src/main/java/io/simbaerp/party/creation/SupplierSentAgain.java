package io.simbaerp.party.creation;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import io.simbaerp.party.PartyId;
import java.time.Instant;

/** A supplier that was returned goes to its approval again. */
public record SupplierSentAgain(CompanyId company, Actor actor, Instant at, PartyId partyId) implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("party", partyId.value());
    }
}
