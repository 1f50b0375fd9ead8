package io.simbaerp.ledger.policy;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;

/** The company said something about its books. */
public record BookPolicySet(CompanyId company, Actor actor, Instant at) implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("company", company.value());
    }
}
