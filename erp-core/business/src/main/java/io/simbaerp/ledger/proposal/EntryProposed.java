package io.simbaerp.ledger.proposal;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.UUID;

/** Somebody proposed an entry above the company's limit. */
public record EntryProposed(CompanyId company, Actor actor, Instant at, UUID proposalId) implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("entry-proposal", proposalId);
    }
}
