package io.simbaerp.party.creation;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Query;
import io.simbaerp.party.PartyId;
import java.util.Optional;

/** Suppliers that were proposed, and whether the company asks for their approval at all. */
@Query(Duty.BELONG_TO_COMPANY)
public class SupplierCreations {

    private final CreationBook book;

    SupplierCreations(CreationBook book) {
        this.book = book;
    }

    /** Nothing for a supplier from before the company asked, and for who only buys. */
    public Optional<SupplierCreation> find(PartyId party) {
        return book.find(party);
    }

    /** @throws NotFound if it was never proposed */
    public SupplierCreation of(PartyId party) {
        return book.existing(party);
    }

    /** Whether a second person approves new suppliers. */
    public boolean isApprovalNeeded() {
        return book.isApprovalNeeded();
    }
}
