package io.simbaerp.identity.substitution;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.identity.superior.MyPeople;
import java.util.UUID;

/** A superior lets somebody act for one of their people who can't arrange it. */
@UseCase(Duty.BELONG_TO_COMPANY)
public class ArrangeForReport {

    private final SubstitutionBook book;
    private final OwnName ownName;
    private final MyPeople myPeople;

    ArrangeForReport(SubstitutionBook book, OwnName ownName, MyPeople myPeople) {
        this.book = book;
        this.ownName = ownName;
        this.myPeople = myPeople;
    }

    /**
     * The new substitution's id.
     *
     * @throws NotFound of anybody who doesn't report to the superior, and of the substitute
     * @throws RuleViolation substitution.superior, and what {@link ArrangeSubstitution} refuses with
     */
    public UUID arrange(@About("user") UUID person, SubstitutionDraft draft) {
        UUID superior = ownName.require();
        myPeople.require(person);
        if (superior.equals(draft.substitute())) {
            // Else whoever stands above others could take what any of them may do.
            throw RuleViolation.ofField("substitute", "substitution.superior");
        }
        return book.add(person, superior, draft);
    }
}
