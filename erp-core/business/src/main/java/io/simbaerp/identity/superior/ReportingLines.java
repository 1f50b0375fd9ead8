package io.simbaerp.identity.superior;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import java.util.List;
import java.util.UUID;

/** To whom a colleague reports and reported, for an administrator. */
@Query(Duty.ADMINISTER)
public class ReportingLines {

    private final ReportingRows rows;
    private final Members members;

    ReportingLines(ReportingRows rows, Members members) {
        this.rows = rows;
        this.members = members;
    }

    /**
     * The latest day first.
     *
     * @throws io.simbaerp.architecture.NotFound of anybody who doesn't work here
     */
    public List<ReportingLineView> of(UUID person) {
        members.require(person);
        return rows.of(person);
    }
}
