package io.simbaerp.approval.proposal;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Somebody said who should have been asked in their place. */
public record RuleChangeProposed(CompanyId company, Actor actor, Instant at, UUID proposalId, List<Subject> concerns)
        implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("rule-proposal", proposalId);
    }
}
