package io.simbaerp.company.bankaccount;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.UUID;

/** What is known of an own bank account changed. */
public record OwnAccountChanged(CompanyId company, Actor actor, Instant at, UUID accountId) implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("own-account", accountId);
    }
}
