package io.simbaerp.tax;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.UUID;

/** A document's rows of the VAT register were taken back. */
public record VatRegisterReversed(CompanyId company, Actor actor, Instant at, UUID documentId)
        implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("document", documentId);
    }
}
