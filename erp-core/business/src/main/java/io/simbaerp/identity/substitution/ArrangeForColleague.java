package io.simbaerp.identity.substitution;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import java.util.UUID;

/** An administrator lets somebody act for a colleague who can't arrange it: ill, or gone from one day to the next. */
@UseCase(Duty.ADMINISTER)
public class ArrangeForColleague {

    private final SubstitutionBook book;
    private final OwnName ownName;

    ArrangeForColleague(SubstitutionBook book, OwnName ownName) {
        this.book = book;
        this.ownName = ownName;
    }

    /**
     * The new substitution's id.
     *
     * @throws NotFound of either of the two
     * @throws RuleViolation substitution.administrator, and what {@link ArrangeSubstitution} refuses with
     */
    public UUID arrange(@About("user") UUID person, SubstitutionDraft draft) {
        UUID administrator = ownName.require();
        book.requireColleague(person);
        if (administrator.equals(draft.substitute())) {
            // Else whoever gives out duties could take any of them.
            throw RuleViolation.ofField("substitute", "substitution.administrator");
        }
        return book.add(person, administrator, draft);
    }
}
