package io.simbaerp.identity.parttime;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.UUID;

/** It was set, or ended, that a person works other days or hours than the company. */
public record PartTimeChanged(CompanyId company, Actor actor, Instant at, UUID person) implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("user", person);
    }
}
