package io.simbaerp.document;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import io.simbaerp.audit.OnBehalf;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A document was read and got its number. */
public record DocumentRegistered(
        CompanyId company, Actor actor, @Nullable Actor onBehalfOf, Instant at, DocumentId documentId)
        implements OnBehalf {

    @Override
    public Subject subject() {
        return new Subject("document", documentId.value());
    }
}
