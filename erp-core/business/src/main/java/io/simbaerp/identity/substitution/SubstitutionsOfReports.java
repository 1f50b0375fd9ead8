package io.simbaerp.identity.substitution;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.identity.superior.MyPeople;
import java.util.List;
import java.util.UUID;

/** Substitutions of those who report to the reader. */
@Query(Duty.BELONG_TO_COMPANY)
public class SubstitutionsOfReports {

    private final SubstitutionRows rows;
    private final MyPeople myPeople;

    SubstitutionsOfReports(SubstitutionRows rows, MyPeople myPeople) {
        this.rows = rows;
        this.myPeople = myPeople;
    }

    /**
     * In both directions, what runs first, then the latest.
     *
     * @throws io.simbaerp.architecture.NotFound of anybody who doesn't report to the reader
     */
    public List<SubstitutionView> of(UUID person) {
        myPeople.require(person);
        return rows.of(person);
    }
}
