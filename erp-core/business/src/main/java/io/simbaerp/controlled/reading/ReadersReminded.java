package io.simbaerp.controlled.reading;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.UUID;

/** Readers were reminded of a controlled document they have not read yet. */
public record ReadersReminded(CompanyId company, Actor actor, Instant at, UUID documentId) implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("controlled-document", documentId);
    }
}
