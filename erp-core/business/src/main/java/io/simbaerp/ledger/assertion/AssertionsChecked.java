package io.simbaerp.ledger.assertion;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;

/** What is asserted of balances was held against the books. */
public record AssertionsChecked(CompanyId company, Actor actor, Instant at, int failing) implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("company", company.value());
    }
}
