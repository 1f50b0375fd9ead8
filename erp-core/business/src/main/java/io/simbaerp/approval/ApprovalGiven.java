package io.simbaerp.approval;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.List;

/** A level approved. */
public record ApprovalGiven(CompanyId company, Actor actor, Instant at, Subject subject, List<Subject> concerns)
        implements BusinessEvent {}
