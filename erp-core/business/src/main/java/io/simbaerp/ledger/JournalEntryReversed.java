package io.simbaerp.ledger;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry was taken back by another one, as a whole or single lines of it.
 *
 * @param wholly whether nothing of it stays
 */
public record JournalEntryReversed(
        CompanyId company,
        Actor actor,
        Instant at,
        JournalEntryId entryId,
        JournalEntryId reversalId,
        @Nullable UUID documentId,
        boolean wholly)
        implements BusinessEvent {

    @Override
    public String name() {
        return wholly ? "journal-entry-reversed" : "journal-lines-reversed";
    }

    @Override
    public Subject subject() {
        return new Subject("journal-entry", entryId.value());
    }

    @Override
    public List<Subject> concerns() {
        List<Subject> concerns = new ArrayList<>();
        concerns.add(new Subject("journal-entry", reversalId.value()));
        if (documentId != null) {
            concerns.add(new Subject("document", documentId));
        }
        return concerns;
    }
}
