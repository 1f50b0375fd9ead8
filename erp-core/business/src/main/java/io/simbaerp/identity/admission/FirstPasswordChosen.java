package io.simbaerp.identity.admission;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.UUID;

/** Somebody new chose their password. */
public record FirstPasswordChosen(CompanyId company, Actor actor, Instant at, UUID user) implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("user", user);
    }
}
