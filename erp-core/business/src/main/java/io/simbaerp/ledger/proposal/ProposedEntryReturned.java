package io.simbaerp.ledger.proposal;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.UUID;

/** An approver gave a proposed entry back to whoever proposed it. */
public record ProposedEntryReturned(CompanyId company, Actor actor, Instant at, UUID proposalId)
        implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("entry-proposal", proposalId);
    }
}
