package io.simbaerp.document.classification;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import io.simbaerp.document.DocumentId;
import java.time.Instant;

/** A document was put into another class; the trail keeps which, and why. */
public record DocumentClassified(CompanyId company, Actor actor, Instant at, DocumentId documentId)
        implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("document", documentId.value());
    }
}
