package io.simbaerp.reporting.statement;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.UUID;

/** A company's own layout of its statements was changed. */
public record LayoutSaved(CompanyId company, Actor actor, Instant at, UUID layoutId) implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("statement-layout", layoutId);
    }
}
