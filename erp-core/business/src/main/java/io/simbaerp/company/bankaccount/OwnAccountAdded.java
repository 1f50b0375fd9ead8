package io.simbaerp.company.bankaccount;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.UUID;

/** The company told of one of its own bank accounts. */
public record OwnAccountAdded(CompanyId company, Actor actor, Instant at, UUID accountId) implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("own-account", accountId);
    }
}
