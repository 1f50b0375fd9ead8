package io.simbaerp.audit.person;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import io.simbaerp.audit.WithReason;
import java.time.Instant;

/** The values of a person must stay readable until the hold is released. */
public record PersonHoldPlaced(CompanyId company, Actor actor, Instant at, Subject subject, String reason)
        implements WithReason {}
