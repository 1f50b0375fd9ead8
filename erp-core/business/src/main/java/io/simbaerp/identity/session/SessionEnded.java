package io.simbaerp.identity.session;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.UUID;

/** A session was ended from elsewhere. */
public record SessionEnded(CompanyId company, Actor actor, Instant at, UUID person) implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("user", person);
    }
}
