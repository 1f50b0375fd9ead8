package io.simbaerp.ledger.revaluation;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.UUID;

/** Open items in foreign currency were valued on a day. */
public record ItemsRevalued(CompanyId company, Actor actor, Instant at, UUID entryId) implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("journal-entry", entryId);
    }
}
