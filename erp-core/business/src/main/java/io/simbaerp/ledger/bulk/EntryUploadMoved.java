package io.simbaerp.ledger.bulk;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.UUID;

/** A chunk of an uploaded file was dealt with, or the rest of it was stopped. */
public record EntryUploadMoved(CompanyId company, Actor actor, Instant at, UUID upload) implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("posting-batch", upload);
    }
}
