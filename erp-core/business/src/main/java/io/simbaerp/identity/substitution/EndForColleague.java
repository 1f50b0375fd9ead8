package io.simbaerp.identity.substitution;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import java.util.UUID;

/** An administrator ends a substitution of a colleague at once. */
@UseCase(Duty.ADMINISTER)
public class EndForColleague {

    private final SubstitutionBook book;
    private final SubstitutionsOfPeople substitutions;
    private final OwnName ownName;

    EndForColleague(SubstitutionBook book, SubstitutionsOfPeople substitutions, OwnName ownName) {
        this.book = book;
        this.substitutions = substitutions;
        this.ownName = ownName;
    }

    /**
     * @throws NotFound if there is none between the person and somebody
     * @throws RuleViolation substitution.acting-for-another, substitution.over
     */
    public void end(@About("user") UUID person, UUID id) {
        ownName.require();
        book.end(substitutions.of(person).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("substitution", id)));
    }
}
