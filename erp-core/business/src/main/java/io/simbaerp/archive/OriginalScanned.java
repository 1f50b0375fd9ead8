package io.simbaerp.archive;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.UUID;

/** A scan locked an original, or set it free. */
public record OriginalScanned(CompanyId company, Actor actor, Instant at, UUID originalId, boolean locked)
        implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("original", originalId);
    }

    @Override
    public String name() {
        return locked ? "original-locked" : "original-released";
    }
}
