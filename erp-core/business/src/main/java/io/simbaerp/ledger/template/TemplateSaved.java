package io.simbaerp.ledger.template;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.UUID;

/** A template of entries was added or changed. */
public record TemplateSaved(CompanyId company, Actor actor, Instant at, UUID templateId) implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("entry-template", templateId);
    }
}
