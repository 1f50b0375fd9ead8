package io.simbaerp.identity;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.UUID;

/** A user may sign in and act for the company from now on. */
public record UserRegistered(CompanyId company, Actor actor, Instant at, UUID user) implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("user", user);
    }
}
