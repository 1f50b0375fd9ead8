package io.simbaerp.identity;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.UUID;

/** A role got the duties it has from now on. */
public record RoleDefined(CompanyId company, Actor actor, Instant at, UUID role) implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("role", role);
    }
}
