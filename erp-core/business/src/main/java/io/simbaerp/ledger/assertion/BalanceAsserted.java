package io.simbaerp.ledger.assertion;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.UUID;

/** Somebody said what the balance of an account is on a day. */
public record BalanceAsserted(CompanyId company, Actor actor, Instant at, UUID accountId) implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("account", accountId);
    }
}
