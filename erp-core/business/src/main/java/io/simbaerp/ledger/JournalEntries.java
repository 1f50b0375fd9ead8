package io.simbaerp.ledger;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Posted entries, one by one and as the journal lists them. */
@Query(Duty.VIEW_LEDGER)
public class JournalEntries {

    JournalEntries() {}

    public Optional<JournalEntryDetails> byId(JournalEntryId id) {
        throw new UnsupportedOperationException();
    }

    /** The entries made from a document, oldest first. */
    public List<JournalEntryDetails> ofDocument(UUID documentId) {
        throw new UnsupportedOperationException();
    }
}
