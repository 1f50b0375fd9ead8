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
import org.springframework.context.ApplicationEventPublisher;

/** Changes what a claim is about while it is a draft. */
@UseCase(Duty.CLAIM_EXPENSE)
public class ChangeClaim {

    private final ClaimRows claims;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ChangeClaim(ClaimRows claims, CurrentActor currentActor, ApplicationEventPublisher events, Clock clock) {
        this.claims = claims;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /** A claim, or one of its lines, was changed. */
    public record ExpenseClaimChanged(CompanyId company, Actor actor, Instant at, UUID claimId)
            implements BusinessEvent {

        @Override
        public Subject subject() {
            return ClaimRows.subject(claimId);
        }
    }

    /**
     * @param edition the edition that was read
     * @throws NotFound of a claim of somebody else
     * @throws RuleViolation expense.not-a-draft
     * @throws io.simbaerp.architecture.Conflict expense.changed-meanwhile
     */
    public void change(@About("expense-claim") UUID claim, int edition, ClaimDraft draft) {
        claims.ownDraft(claim, edition);
        claims.change(claim, draft);
        events.publishEvent(
                new ExpenseClaimChanged(currentActor.company(), currentActor.actor(), clock.instant(), claim));
    }
}
