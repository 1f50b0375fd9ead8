package io.simbaerp.approval.proposal;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.UUID;

/** Another version of a table was proposed because somebody named another approver. */
public record RuleProposalAccepted(CompanyId company, Actor actor, Instant at, UUID proposalId)
        implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("rule-proposal", proposalId);
    }
}
