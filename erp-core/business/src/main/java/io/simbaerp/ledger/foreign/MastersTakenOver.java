package io.simbaerp.ledger.foreign;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;

/** Partners, VAT codes and dimensions of books kept by others were added to ours. */
public record MastersTakenOver(CompanyId company, Actor actor, Instant at) implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("company", company.value());
    }
}
