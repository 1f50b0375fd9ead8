package io.simbaerp.expense.booking;

import io.simbaerp.approval.VoidApprovals;
import io.simbaerp.approval.history.OwnWork;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.expense.ClaimApprovers;
import io.simbaerp.expense.ClaimState;
import io.simbaerp.expense.ClaimView;
import io.simbaerp.expense.ConcludeClaim;
import io.simbaerp.expense.store.ClaimRows;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/** Sends an approved claim back to its claimant, or rejects it, with the accountant's reason; the approvals lose their force. */
@UseCase(Duty.CODE_EXPENSE)
public class RefuseClaim {

    private final ClaimRows claims;
    private final OwnWork ownWork;
    private final VoidApprovals voidApprovals;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RefuseClaim(
            ClaimRows claims,
            OwnWork ownWork,
            VoidApprovals voidApprovals,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.claims = claims;
        this.ownWork = ownWork;
        this.voidApprovals = voidApprovals;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param forGood whether it is rejected rather than returned
     * @throws RuleViolation expense.not-approved, approval.reason-missing, approval.own-work-claimed-expense
     */
    public void refuse(@About("expense-claim") UUID claim, boolean forGood, @Nullable String reason) {
        ClaimView approved = claims.locked(claim);
        if (approved.state() != ClaimState.APPROVED) {
            throw new RuleViolation("expense.not-approved", approved.number());
        }
        ownWork.refuse(ClaimApprovers.acts(approved));
        if (reason == null || reason.isBlank()) {
            throw RuleViolation.ofField("comment", "approval.reason-missing");
        }
        claims.move(claim, forGood ? ClaimState.REJECTED : ClaimState.DRAFT, reason.strip());
        voidApprovals.voidApprovals(ClaimRows.subject(claim));
        events.publishEvent(
                forGood
                        ? new ConcludeClaim.ExpenseClaimRejected(
                                currentActor.company(), currentActor.actor(), clock.instant(), claim)
                        : new ConcludeClaim.ExpenseClaimReturned(
                                currentActor.company(), currentActor.actor(), clock.instant(), claim));
    }
}
