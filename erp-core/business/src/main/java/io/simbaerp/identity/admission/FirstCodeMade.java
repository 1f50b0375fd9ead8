package io.simbaerp.identity.admission;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.UUID;

/** A code was made with which somebody new chooses their password. */
public record FirstCodeMade(CompanyId company, Actor actor, Instant at, UUID user) implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("user", user);
    }
}
