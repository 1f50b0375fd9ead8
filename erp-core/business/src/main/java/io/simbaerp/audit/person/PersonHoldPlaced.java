package io.simbaerp.audit.person;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;

/** The values of a person must stay readable until the hold is released. */
public record PersonHoldPlaced(CompanyId company, Actor actor, Instant at, Subject subject) implements BusinessEvent {}
