package io.simbaerp.identity.role;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Somebody holds a role from now on, or holds it within other limits. */
public record RoleGranted(CompanyId company, Actor actor, Instant at, UUID user, UUID role) implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("user", user);
    }

    @Override
    public List<Subject> concerns() {
        return List.of(new Subject("role", role));
    }
}
