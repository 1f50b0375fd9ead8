package io.simbaerp.approval.again;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.List;

/** Approval is asked for once more from an earlier level on: a later approver returned the matter there. */
public record ApprovalAskedAgain(CompanyId company, Actor actor, Instant at, Subject subject, List<Subject> concerns)
        implements BusinessEvent {}
