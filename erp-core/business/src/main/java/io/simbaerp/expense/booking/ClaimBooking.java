package io.simbaerp.expense.booking;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.expense.ClaimState;
import io.simbaerp.expense.ClaimView;
import io.simbaerp.expense.ExpenseClaims;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How a claim is coded, or would be by its categories, and whether the books take it so. */
@Query(Duty.CODE_EXPENSE)
public class ClaimBooking {

    private final ExpenseClaims claims;
    private final Codings codings;
    private final PostClaim.ClaimRefusal refusal;

    ClaimBooking(ExpenseClaims claims, Codings codings, PostClaim.ClaimRefusal refusal) {
        this.claims = claims;
        this.codings = codings;
        this.refusal = refusal;
    }

    /** In the order of its lines. */
    public List<CodingDraft.Line> proposed(UUID claim) {
        ClaimView view = claims.byId(claim);
        return view.lines().stream().map(line -> codings.proposed(view, line)).toList();
    }

    /** Why the books didn't take it when it was coded last; nothing if it wasn't coded, or they would. */
    public Optional<RuleViolation> refusal(UUID claim) {
        ClaimView view = claims.byId(claim);
        return view.state() != ClaimState.APPROVED || view.postingDate() == null ? Optional.empty() : refusal.of(view);
    }
}
