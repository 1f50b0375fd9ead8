package io.simbaerp.payment.proof;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.UUID;

/** Somebody asked the White List about a partner's account and kept the answer's number. */
public record WhiteListProofRecorded(CompanyId company, Actor actor, Instant at, UUID partyId)
        implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("party", partyId);
    }
}
