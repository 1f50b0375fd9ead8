package io.simbaerp.ledger.budget;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;

/** Budgets were set. */
public record BudgetsSaved(CompanyId company, Actor actor, Instant at) implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("company", company.value());
    }
}
