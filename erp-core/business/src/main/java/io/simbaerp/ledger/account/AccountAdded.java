package io.simbaerp.ledger.account;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.UUID;

/** An account was added to the chart. */
public record AccountAdded(CompanyId company, Actor actor, Instant at, UUID accountId) implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("account", accountId);
    }
}
