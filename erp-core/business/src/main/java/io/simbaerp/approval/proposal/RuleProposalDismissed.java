package io.simbaerp.approval.proposal;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.UUID;

/** A rule stays as it is although somebody would have changed it. */
public record RuleProposalDismissed(CompanyId company, Actor actor, Instant at, UUID proposalId)
        implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("rule-proposal", proposalId);
    }
}
