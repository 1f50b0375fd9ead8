package io.simbaerp.task.watch;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.UUID;

/** A person watches something more or something less. */
public record WatchesChanged(CompanyId company, Actor actor, Instant at, UUID person) implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("user", person);
    }
}
