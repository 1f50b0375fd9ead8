package io.simbaerp.audit.person;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;

/** The key of a person's values was disposed of: nobody reads them any more. */
public record PersonKeyDisposed(CompanyId company, Actor actor, Instant at, Subject subject) implements BusinessEvent {}
