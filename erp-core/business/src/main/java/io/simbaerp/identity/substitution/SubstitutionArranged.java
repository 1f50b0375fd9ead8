package io.simbaerp.identity.substitution;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Somebody lets a colleague act for them. */
public record SubstitutionArranged(CompanyId company, Actor actor, Instant at, UUID person, UUID substitute)
        implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("user", person);
    }

    @Override
    public List<Subject> concerns() {
        return List.of(new Subject("user", substitute));
    }
}
