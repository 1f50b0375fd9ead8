package io.simbaerp.controlled;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.UUID;

/** A reviewer sent a version of a controlled document back to its authors. */
public record ControlledDocumentReturned(CompanyId company, Actor actor, Instant at, UUID documentId, UUID versionId)
        implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("controlled-document", documentId);
    }
}
