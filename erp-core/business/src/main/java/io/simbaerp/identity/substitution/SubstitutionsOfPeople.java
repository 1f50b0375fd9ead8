package io.simbaerp.identity.substitution;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import java.util.List;
import java.util.UUID;

/** Substitutions of a colleague, for an administrator. */
@Query(Duty.ADMINISTER)
public class SubstitutionsOfPeople {

    private final SubstitutionRows rows;
    private final SubstitutionBook book;

    SubstitutionsOfPeople(SubstitutionRows rows, SubstitutionBook book) {
        this.rows = rows;
        this.book = book;
    }

    /**
     * In both directions, what runs first, then the latest.
     *
     * @throws io.simbaerp.architecture.NotFound of anybody who doesn't work here
     */
    public List<SubstitutionView> of(UUID person) {
        book.requireColleague(person);
        return rows.of(person);
    }
}
