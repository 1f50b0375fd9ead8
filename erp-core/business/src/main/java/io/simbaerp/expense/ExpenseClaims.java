package io.simbaerp.expense;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Query;
import io.simbaerp.expense.store.ClaimRows;
import io.simbaerp.expense.store.ClaimViews;
import io.simbaerp.expense.store.ReceiptRows;
import java.util.List;
import java.util.UUID;

/** Expense claims to read: everybody their own, and those who approve or code what was sent. */
@Query(Duty.BELONG_TO_COMPANY)
public class ExpenseClaims {

    private static final List<Duty> SEEING =
            List.of(Duty.APPROVE_EXPENSE, Duty.APPROVE_EXPENSE_ABOVE_LIMIT, Duty.CODE_EXPENSE, Duty.VIEW_AUDIT);

    private final ClaimRows claims;
    private final ClaimViews views;
    private final ReceiptRows receipts;
    private final CurrentActor currentActor;

    ExpenseClaims(ClaimRows claims, ClaimViews views, ReceiptRows receipts, CurrentActor currentActor) {
        this.claims = claims;
        this.views = views;
        this.receipts = receipts;
        this.currentActor = currentActor;
    }

    /** @throws NotFound if there is none the reader may see */
    public ClaimView byId(UUID id) {
        ClaimView claim = views.byId(id);
        if (!maySee(claim.claimant(), claim.sentAt() != null)) {
            throw new NotFound("expense-claim", id);
        }
        return claim;
    }

    /** Those of them the reader may see, in the order asked for. */
    public List<ClaimView> byIds(List<UUID> ids) {
        return views.byIds(ids).stream()
                .filter(claim -> maySee(claim.claimant(), claim.sentAt() != null))
                .toList();
    }

    /**
     * Before anything is done with it.
     *
     * @throws NotFound if there is none the reader may see
     */
    public void requireSeen(UUID id) {
        ClaimViews.Glance claim = views.glance(id);
        if (!maySee(claim.claimant(), claim.sent())) {
            throw new NotFound("expense-claim", id);
        }
    }

    /** Receipts that were handed in and no line refers to, the first handed in first. */
    public List<ClaimView.ReceiptView> receiptsWithoutLine(UUID id) {
        requireSeen(id);
        return receipts.withoutLine(id);
    }

    /** The text that approvals of it are bound to. */
    public String content(UUID id) {
        requireSeen(id);
        return claims.content(id);
    }

    /** A claim that came back is its claimant's alone until it is sent again. */
    private boolean maySee(UUID claimant, boolean sent) {
        Acting acting = currentActor.get();
        return acting.people().contains(claimant)
                || acting.actor().kind() != Actor.Kind.PERSON
                || sent && SEEING.stream().anyMatch(acting::may);
    }
}
