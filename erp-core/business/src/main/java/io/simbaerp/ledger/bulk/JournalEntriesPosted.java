package io.simbaerp.ledger.bulk;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.UUID;

/** Entries of a batch stand in the books. */
public record JournalEntriesPosted(CompanyId company, Actor actor, Instant at, UUID batch, int count)
        implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("posting-batch", batch);
    }

    @Override
    public boolean begins() {
        return true;
    }
}
