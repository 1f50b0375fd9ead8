package io.simbaerp.approval.added;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Somebody who was asked to approve besides agreed. */
public record AddedApprovalGiven(CompanyId company, Actor actor, Instant at, UUID additionId, List<Subject> concerns)
        implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("added-approval", additionId);
    }
}
