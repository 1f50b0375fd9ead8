package io.simbaerp.page.choice;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.UUID;

/** A saved view of a list was taken away. */
public record ListViewRemoved(CompanyId company, Actor actor, Instant at, UUID viewId) implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("list-view", viewId);
    }
}
