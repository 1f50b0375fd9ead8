package io.simbaerp.audit.person;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;

/** A hold on a person's values was released. */
public record PersonHoldReleased(CompanyId company, Actor actor, Instant at, Subject subject)
        implements BusinessEvent {}
