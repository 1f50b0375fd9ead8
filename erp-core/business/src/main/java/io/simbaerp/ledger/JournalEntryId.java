package io.simbaerp.ledger;

import java.util.UUID;

/** The id of a posted entry. */
public record JournalEntryId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
