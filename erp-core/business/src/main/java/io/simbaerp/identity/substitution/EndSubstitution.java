package io.simbaerp.identity.substitution;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import java.util.UUID;

/** Ends a substitution at once. Either of the two may: who is back, and who would rather not. */
@UseCase(Duty.BELONG_TO_COMPANY)
public class EndSubstitution {

    private final SubstitutionBook book;
    private final Substitutions substitutions;
    private final OwnName ownName;

    EndSubstitution(SubstitutionBook book, Substitutions substitutions, OwnName ownName) {
        this.book = book;
        this.substitutions = substitutions;
        this.ownName = ownName;
    }

    /**
     * @throws NotFound if there is none between the person and somebody
     * @throws RuleViolation substitution.acting-for-another, substitution.over
     */
    public void end(UUID id) {
        SubstitutionView ended = substitutions.byId(id).orElseThrow(() -> new NotFound("substitution", id));
        ownName.require();
        book.end(ended);
    }
}
