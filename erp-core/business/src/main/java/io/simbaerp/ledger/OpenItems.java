package io.simbaerp.ledger;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import java.util.List;
import java.util.UUID;

/** Claims and debts that are not settled yet. */
@Query(Duty.VIEW_LEDGER)
public class OpenItems {

    OpenItems() {}

    /** What is open with a party, by due date. */
    public List<OpenItemView> ofParty(UUID partyId) {
        throw new UnsupportedOperationException();
    }

    /** All items of a document, settled ones too. */
    public List<OpenItemView> ofDocument(UUID documentId) {
        throw new UnsupportedOperationException();
    }
}
