package io.simbaerp.ledger.proposal;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.UUID;

/** The books refused a proposed entry after it was approved: a person says what becomes of it. */
public record ProposedEntryRefused(CompanyId company, Actor actor, Instant at, UUID proposalId)
        implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("entry-proposal", proposalId);
    }
}
