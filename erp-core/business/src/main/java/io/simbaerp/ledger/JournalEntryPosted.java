package io.simbaerp.ledger;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entry stands in the books. */
public record JournalEntryPosted(
        CompanyId company,
        Actor actor,
        Instant at,
        JournalEntryId entryId,
        @Nullable UUID documentId) implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("journal-entry", entryId.value());
    }

    @Override
    public List<Subject> concerns() {
        return documentId == null ? List.of() : List.of(new Subject("document", documentId));
    }

    @Override
    public boolean begins() {
        return true;
    }
}
