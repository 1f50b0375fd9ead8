package io.simbaerp.archive;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.UUID;

/** An original came into the archive. */
public record OriginalStored(CompanyId company, Actor actor, Instant at, UUID originalId) implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("original", originalId);
    }
}
