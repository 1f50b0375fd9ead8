package io.simbaerp.page.choice;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.UUID;

/** A list's search, filters and sorting were kept under a name. */
public record ListViewSaved(CompanyId company, Actor actor, Instant at, UUID viewId) implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("list-view", viewId);
    }
}
