package io.simbaerp.ledger.closing;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.UUID;

/** Income and expenses of a year were taken to its result. */
public record YearClosed(CompanyId company, Actor actor, Instant at, UUID entryId) implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("journal-entry", entryId);
    }
}
