package io.simbaerp.expense;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.Subject;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.expense.store.ClaimRows;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/** Begins a claim of one's own expenses. Its lines are added next. */
@UseCase(Duty.CLAIM_EXPENSE)
public class BeginClaim {

    private final ClaimRows claims;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BeginClaim(ClaimRows claims, CurrentActor currentActor, ApplicationEventPublisher events, Clock clock) {
        this.claims = claims;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /** A claim was begun. */
    public record ExpenseClaimBegun(CompanyId company, Actor actor, Instant at, UUID claimId) implements BusinessEvent {

        @Override
        public Subject subject() {
            return ClaimRows.subject(claimId);
        }
    }

    /**
     * The claim that was begun; the same key gives the first one again.
     *
     * @throws RuleViolation expense.person-only, expense.own-name-only
     * @throws Conflict expense.key-used-otherwise
     */
    public ClaimView begin(ClaimDraft draft, @Nullable String idempotencyKey) {
        UUID claimant = currentActor.get().principal().orElseThrow(() -> new RuleViolation("expense.person-only"));
        claims.inTheirOwnName();
        Optional<ClaimView> before = claims.withKey(claimant, idempotencyKey);
        if (before.isPresent()) {
            if (!before.get().purpose().equals(draft.purpose())) {
                throw new Conflict("expense.key-used-otherwise");
            }
            return before.get();
        }
        UUID claim = claims.add(claimant, draft, idempotencyKey);
        events.publishEvent(
                new ExpenseClaimBegun(currentActor.company(), currentActor.actor(), clock.instant(), claim));
        return claims.byId(claim);
    }
}
