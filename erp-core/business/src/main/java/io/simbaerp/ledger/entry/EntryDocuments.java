package io.simbaerp.ledger.entry;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The documents entries are made from by hand. Implemented by a module that knows documents. */
public interface EntryDocuments {

    /**
     * A document the reader may see.
     *
     * @param byHand whether it is posted by hand, and not by a process of its own
     * @param position such as "2 of 7" among those that wait; nothing if it waits no more
     * @param previous the one before it among those
     * @param next the one after it among those; after the last, the first
     */
    record Source(
            UUID id,
            String name,
            boolean byHand,
            @Nullable Integer position,
            int waiting,
            @Nullable UUID previous,
            @Nullable UUID next) {}

    /** The document, if the reader may see it, and where it stands among those that wait to be posted by hand. */
    Optional<Source> find(UUID id);
}
