package io.simbaerp.party.cooloff;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import io.simbaerp.party.PartyId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A third person let an account be paid to before its cool-off ends. */
public record CoolOffWaived(CompanyId company, Actor actor, Instant at, PartyId partyId, UUID accountId)
        implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("bank-account", accountId);
    }

    @Override
    public List<Subject> concerns() {
        return List.of(new Subject("party", partyId.value()));
    }
}
