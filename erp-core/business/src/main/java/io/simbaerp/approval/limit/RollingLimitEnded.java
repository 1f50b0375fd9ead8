package io.simbaerp.approval.limit;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.UUID;

/** A rolling limit counts no more. */
public record RollingLimitEnded(CompanyId company, Actor actor, Instant at, UUID limit) implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("rolling-limit", limit);
    }
}
