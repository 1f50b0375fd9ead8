package io.simbaerp.document.part;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import io.simbaerp.document.DocumentId;
import java.time.Instant;

/** The documents that came inside another one were kept. */
public record PartsKept(CompanyId company, Actor actor, Instant at, DocumentId documentId) implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("document", documentId.value());
    }
}
