package io.simbaerp.controlled;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.UUID;

/** A version of a controlled document was approved and published. */
public record ControlledDocumentPublished(CompanyId company, Actor actor, Instant at, UUID documentId, UUID versionId)
        implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("controlled-document", documentId);
    }
}
