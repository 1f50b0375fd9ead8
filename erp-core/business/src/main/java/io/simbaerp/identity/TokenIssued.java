package io.simbaerp.identity;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.UUID;

/** Somebody got a token for the REST interface. */
public record TokenIssued(CompanyId company, Actor actor, Instant at, UUID token) implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("access-token", token);
    }
}
