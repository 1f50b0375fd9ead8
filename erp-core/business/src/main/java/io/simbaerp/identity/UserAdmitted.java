package io.simbaerp.identity;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.UUID;

/** Somebody who signs in for another company may act for this one too from now on. */
public record UserAdmitted(CompanyId company, Actor actor, Instant at, UUID user) implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("user", user);
    }
}
