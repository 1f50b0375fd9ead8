package io.simbaerp.document;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;

/** The content of a document was handed in once more; it stays one document. */
public record DocumentReceivedAgain(CompanyId company, Actor actor, Instant at, DocumentId documentId)
        implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("document", documentId.value());
    }
}
