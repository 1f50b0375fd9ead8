package io.simbaerp.company.bankaccount;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The company's own bank accounts. */
@Query(Duty.BELONG_TO_COMPANY)
public class OwnAccounts {

    private final OwnAccountRows rows;

    OwnAccounts(OwnAccountRows rows) {
        this.rows = rows;
    }

    /** All of them, those in use first, by name. */
    public List<OwnAccountView> all() {
        return rows.all();
    }

    public Optional<OwnAccountView> byId(UUID id) {
        return rows.byId(id);
    }
}
