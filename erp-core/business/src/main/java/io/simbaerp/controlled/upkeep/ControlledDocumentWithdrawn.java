package io.simbaerp.controlled.upkeep;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.UUID;

/** A controlled document was taken out of use. */
public record ControlledDocumentWithdrawn(CompanyId company, Actor actor, Instant at, UUID documentId)
        implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("controlled-document", documentId);
    }
}
