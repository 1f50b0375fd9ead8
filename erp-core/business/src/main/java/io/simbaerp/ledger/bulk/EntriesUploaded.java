package io.simbaerp.ledger.bulk;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.UUID;

/** A file of entries came and waits to be posted. */
public record EntriesUploaded(CompanyId company, Actor actor, Instant at, UUID upload) implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("posting-batch", upload);
    }
}
