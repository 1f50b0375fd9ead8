package io.simbaerp.document;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.Locale;

/** A document went into another state; the event is named by it, such as {@code document-posted}. */
public record DocumentMoved(CompanyId company, Actor actor, Instant at, DocumentId documentId, DocumentState state)
        implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("document", documentId.value());
    }

    @Override
    public String name() {
        return "document-" + state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
