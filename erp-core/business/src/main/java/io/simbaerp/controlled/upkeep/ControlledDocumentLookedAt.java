package io.simbaerp.controlled.upkeep;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.UUID;

/** A periodic review was decided: the document stays, is revised, or goes. */
public record ControlledDocumentLookedAt(CompanyId company, Actor actor, Instant at, UUID documentId)
        implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("controlled-document", documentId);
    }
}
