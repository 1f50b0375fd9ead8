package io.simbaerp.ledger.revaluation;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.UUID;

/** A valuation of open items was taken back. */
public record RevaluationTakenBack(CompanyId company, Actor actor, Instant at, UUID entryId) implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("journal-entry", entryId);
    }
}
