package io.simbaerp.tax;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.UUID;

/** A document stands in the VAT register. */
public record VatRegistered(CompanyId company, Actor actor, Instant at, UUID documentId) implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("document", documentId);
    }
}
