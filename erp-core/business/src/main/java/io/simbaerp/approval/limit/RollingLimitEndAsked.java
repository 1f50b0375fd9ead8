package io.simbaerp.approval.limit;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.UUID;

/** Somebody asked that a rolling limit ends. */
public record RollingLimitEndAsked(CompanyId company, Actor actor, Instant at, UUID limit) implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("rolling-limit", limit);
    }
}
