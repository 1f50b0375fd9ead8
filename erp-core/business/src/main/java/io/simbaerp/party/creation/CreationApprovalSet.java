package io.simbaerp.party.creation;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;

/** The company set whether a second person approves new suppliers. */
public record CreationApprovalSet(CompanyId company, Actor actor, Instant at) implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("company", company.value());
    }
}
