package io.simbaerp.identity.token;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.UUID;

/** A token opens nothing any more. */
public record TokenEnded(CompanyId company, Actor actor, Instant at, UUID token) implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("access-token", token);
    }
}
