package io.simbaerp.party;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;

/** What is known of a business partner changed. */
public record PartyChanged(CompanyId company, Actor actor, Instant at, PartyId partyId) implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("party", partyId.value());
    }
}
