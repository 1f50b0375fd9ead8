package io.simbaerp.approval.again;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.List;

/** A person took their approval back before anybody had begun with what follows from it. */
public record ApprovalTakenBack(CompanyId company, Actor actor, Instant at, Subject subject, List<Subject> concerns)
        implements BusinessEvent {}
