package io.simbaerp.identity.admission;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.UUID;

/** Somebody made a code with which another company may admit them. */
public record AdmissionCodeMade(CompanyId company, Actor actor, Instant at, UUID user) implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("user", user);
    }
}
