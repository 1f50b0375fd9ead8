package io.simbaerp.ledger.reversal;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import io.simbaerp.ledger.JournalEntryId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lines of an entry were taken back by another one. */
public record JournalLinesReversed(
        CompanyId company,
        Actor actor,
        Instant at,
        JournalEntryId entryId,
        JournalEntryId reversalId,
        @Nullable UUID documentId)
        implements BusinessEvent {

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
