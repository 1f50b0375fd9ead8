package io.simbaerp.identity.substitution;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.UseCase;
import java.util.UUID;

/** A superior ends a substitution of one of their people at once. */
@UseCase(Duty.BELONG_TO_COMPANY)
public class EndForReport {

    private final SubstitutionBook book;
    private final SubstitutionsOfReports substitutions;
    private final OwnName ownName;

    EndForReport(SubstitutionBook book, SubstitutionsOfReports substitutions, OwnName ownName) {
        this.book = book;
        this.substitutions = substitutions;
        this.ownName = ownName;
    }

    /**
     * @throws NotFound if the person doesn't report to the superior, or has no such substitute
     * @throws io.simbaerp.architecture.RuleViolation substitution.acting-for-another, substitution.over
     */
    public void end(@About("user") UUID person, UUID id) {
        ownName.require();
        book.end(substitutions.of(person).stream()
                .filter(each -> each.id().equals(id) && each.person().equals(person))
                .findFirst()
                .orElseThrow(() -> new NotFound("substitution", id)));
    }
}
