package io.simbaerp.audit.seal;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;

/** All lines of the trail that had no seal came under one. */
public record TrailSealed(CompanyId company, Actor actor, Instant at) implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("audit-trail", company.value());
    }
}
