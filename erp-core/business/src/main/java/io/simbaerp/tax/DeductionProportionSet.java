package io.simbaerp.tax;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;

/** The company's proportion of deduction was set for a year. */
public record DeductionProportionSet(CompanyId company, Actor actor, Instant at, int year) implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("company", company.value());
    }
}
