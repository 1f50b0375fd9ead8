package io.simbaerp.ledger.dimension;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.UUID;

/** It was said which values of an axis an account asks for, takes or refuses. */
public record AccountAxisRuled(CompanyId company, Actor actor, Instant at, UUID accountId) implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("account", accountId);
    }
}
