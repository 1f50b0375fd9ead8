package io.simbaerp.invoice.automation;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.party.PartyId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** For which suppliers invoices are coded without a person, or may be. */
@Query(Duty.VIEW_PARTY)
public class TouchlessSuppliers {

    private final TouchlessRows rows;

    TouchlessSuppliers(TouchlessRows rows) {
        this.rows = rows;
    }

    public TouchlessSwitch of(PartyId supplier) {
        return rows.of(supplier.value());
    }

    /** In no order. */
    public List<TouchlessSwitch> of(Collection<UUID> suppliers) {
        return rows.of(suppliers);
    }

    /** Those it is switched on for, the earliest first. */
    public List<UUID> switchedOn() {
        return rows.switchedOn();
    }
}
