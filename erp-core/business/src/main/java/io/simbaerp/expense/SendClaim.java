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

/** Sends one's claim to those who approve it. From here on it stands until somebody returns it. */
@UseCase(Duty.CLAIM_EXPENSE)
public class SendClaim {

    private final ClaimRows claims;
    private final ClaimApprovers approvers;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SendClaim(
            ClaimRows claims,
            ClaimApprovers approvers,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.claims = claims;
        this.approvers = approvers;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /** A claim waits for those who approve it; the process begins. */
    public record ExpenseClaimSent(CompanyId company, Actor actor, Instant at, UUID claimId) implements BusinessEvent {

        @Override
        public Subject subject() {
            return ClaimRows.subject(claimId);
        }
    }

    /**
     * @param edition the edition that was read
     * @throws NotFound of a claim of somebody else
     * @throws RuleViolation of expense: not-a-draft, no-lines, nobody-approves
     * @throws io.simbaerp.architecture.Conflict expense.changed-meanwhile
     */
    public void send(@About("expense-claim") UUID claim, int edition) {
        ClaimView draft = claims.ownDraft(claim, edition);
        if (draft.lines().isEmpty()) {
            throw new RuleViolation("expense.no-lines", draft.number());
        }
        if (approvers.of(draft).isEmpty()) {
            throw new RuleViolation("expense.nobody-approves");
        }
        claims.send(claim);
        events.publishEvent(new ExpenseClaimSent(currentActor.company(), currentActor.actor(), clock.instant(), claim));
    }
}
