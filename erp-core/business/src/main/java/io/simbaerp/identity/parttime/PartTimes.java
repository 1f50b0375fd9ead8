package io.simbaerp.identity.parttime;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import java.util.List;

/** Who works other days or hours than the company. */
@Query(Duty.BELONG_TO_COMPANY)
public class PartTimes {

    private final PartTimeRows rows;

    PartTimes(PartTimeRows rows) {
        this.rows = rows;
    }

    /** By name. */
    public List<PartTime> all() {
        return rows.list();
    }
}
