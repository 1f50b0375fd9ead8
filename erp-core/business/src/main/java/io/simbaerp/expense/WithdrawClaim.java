package io.simbaerp.expense;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.Subject;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.expense.store.ClaimRows;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/** Takes one's own claim back for good, as long as it isn't posted. Nobody is asked about it any more. */
@UseCase(Duty.CLAIM_EXPENSE)
public class WithdrawClaim {

    private static final int LONGEST_REASON = 2000;

    private final ClaimRows claims;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WithdrawClaim(ClaimRows claims, CurrentActor currentActor, ApplicationEventPublisher events, Clock clock) {
        this.claims = claims;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /** A claimant took a claim back. */
    public record ExpenseClaimWithdrawn(CompanyId company, Actor actor, Instant at, UUID claimId)
            implements BusinessEvent {

        @Override
        public Subject subject() {
            return ClaimRows.subject(claimId);
        }
    }

    /**
     * @throws NotFound of a claim of somebody else
     * @throws RuleViolation expense.ended, expense.text-too-long
     */
    public void withdraw(@About("expense-claim") UUID claim, @Nullable String reason) {
        ClaimView own = claims.own(claim);
        if (own.state().isEnd()) {
            throw new RuleViolation("expense.ended", own.number());
        }
        if (reason != null && reason.length() > LONGEST_REASON) {
            throw RuleViolation.ofField("reason", "expense.text-too-long", LONGEST_REASON);
        }
        claims.move(claim, ClaimState.WITHDRAWN, reason == null || reason.isBlank() ? null : reason.strip());
        events.publishEvent(
                new ExpenseClaimWithdrawn(currentActor.company(), currentActor.actor(), clock.instant(), claim));
    }
}
