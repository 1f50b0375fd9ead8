package io.simbaerp.document.classification;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.UUID;

/** A document class was added, or its names or duties were changed. */
public record DocumentClassDefined(CompanyId company, Actor actor, Instant at, UUID documentClass)
        implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("document-class", documentClass);
    }
}
