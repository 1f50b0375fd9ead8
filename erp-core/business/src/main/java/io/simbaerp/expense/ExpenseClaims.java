package io.simbaerp.expense;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Query;
import io.simbaerp.expense.store.ClaimRows;
import java.util.List;
import java.util.UUID;

/** Expense claims to read: everybody their own, and those who approve or code what was sent. */
@Query(Duty.BELONG_TO_COMPANY)
public class ExpenseClaims {

    private static final List<Duty> SEEING =
            List.of(Duty.APPROVE_EXPENSE, Duty.APPROVE_EXPENSE_ABOVE_LIMIT, Duty.CODE_EXPENSE, Duty.VIEW_AUDIT);

    private final ClaimRows claims;
    private final CurrentActor currentActor;

    ExpenseClaims(ClaimRows claims, CurrentActor currentActor) {
        this.claims = claims;
        this.currentActor = currentActor;
    }

    /** @throws NotFound if there is none the reader may see */
    public ClaimView byId(UUID id) {
        ClaimView claim = claims.byId(id);
        if (!maySee(claim)) {
            throw new NotFound("expense-claim", id);
        }
        return claim;
    }

    /** Those of them the reader may see, in the order asked for. */
    public List<ClaimView> byIds(List<UUID> ids) {
        return ids.stream().map(claims::byId).filter(this::maySee).toList();
    }

    /** The text that approvals of it are bound to. */
    public String content(UUID id) {
        byId(id);
        return claims.content(id);
    }

    private boolean maySee(ClaimView claim) {
        Acting acting = currentActor.get();
        return acting.people().contains(claim.claimant())
                || acting.actor().kind() != Actor.Kind.PERSON
                || claim.sentAt() != null && SEEING.stream().anyMatch(acting::may);
    }
}
