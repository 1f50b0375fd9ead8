package io.simbaerp.document.attachment;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import io.simbaerp.document.DocumentId;
import java.time.Instant;

/**
 * The files a document carried inside were kept.
 *
 * @param locked whether one of them is locked
 */
public record FilesAttached(CompanyId company, Actor actor, Instant at, DocumentId documentId, boolean locked)
        implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("document", documentId.value());
    }

    @Override
    public String name() {
        return locked ? "files-attached-and-locked" : "files-attached";
    }
}
