package io.simbaerp.document;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;

/** Later checks had something to say about a document. */
public record DocumentFindingsAdded(CompanyId company, Actor actor, Instant at, DocumentId documentId)
        implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("document", documentId.value());
    }
}
