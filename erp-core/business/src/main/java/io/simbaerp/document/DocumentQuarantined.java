package io.simbaerp.document;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;

/** A document couldn't be processed and waits for a person's decision. */
public record DocumentQuarantined(CompanyId company, Actor actor, Instant at, DocumentId documentId)
        implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("document", documentId.value());
    }
}
