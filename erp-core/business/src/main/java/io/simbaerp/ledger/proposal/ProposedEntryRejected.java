package io.simbaerp.ledger.proposal;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.UUID;

/** A proposed entry was rejected: it is not posted. */
public record ProposedEntryRejected(CompanyId company, Actor actor, Instant at, UUID proposalId)
        implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("entry-proposal", proposalId);
    }
}
