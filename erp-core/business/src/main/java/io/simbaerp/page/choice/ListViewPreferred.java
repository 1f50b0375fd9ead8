package io.simbaerp.page.choice;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.UUID;

/** Somebody chose the view a list opens with. */
public record ListViewPreferred(CompanyId company, Actor actor, Instant at, UUID person) implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("person", person);
    }
}
