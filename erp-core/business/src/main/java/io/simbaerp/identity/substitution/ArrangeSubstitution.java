package io.simbaerp.identity.substitution;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import java.util.UUID;

/** Lets a colleague act for the person who asks, from a day to a day. */
@UseCase(Duty.BELONG_TO_COMPANY)
public class ArrangeSubstitution {

    private final SubstitutionBook book;
    private final OwnName ownName;

    ArrangeSubstitution(SubstitutionBook book, OwnName ownName) {
        this.book = book;
        this.ownName = ownName;
    }

    /**
     * The new substitution's id.
     *
     * @throws NotFound of the colleague
     * @throws RuleViolation substitution.acting-for-another, substitution.people-only, substitution.substitute-missing,
     *     substitution.oneself, substitution.day-missing, substitution.day-past, substitution.days-turned,
     *     substitution.too-long, substitution.reason-missing, substitution.reason-too-long, substitution.already,
     *     substitution.conflicts, role.limit-amount-wrong
     */
    public UUID arrange(SubstitutionDraft draft) {
        UUID person = ownName.require();
        return book.add(person, person, draft);
    }
}
