package io.simbaerp.ledger;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import java.util.List;
import java.util.Optional;

/** The accounts of the company. */
@Query(Duty.VIEW_LEDGER)
public class ChartOfAccounts {

    ChartOfAccounts() {}

    public Optional<AccountView> find(String code) {
        throw new UnsupportedOperationException();
    }

    /** Postable accounts whose code begins with the text or whose name holds it; for type-ahead. */
    public List<AccountView> search(String text, int limit) {
        throw new UnsupportedOperationException();
    }

    /** The whole chart by code. */
    public List<AccountView> all() {
        throw new UnsupportedOperationException();
    }
}
