package io.simbaerp.expense;

import io.simbaerp.approval.ApprovalDecisionView;
import io.simbaerp.approval.Approvals;
import io.simbaerp.approval.Decision;
import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.Subject;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.expense.store.ClaimRows;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;

/** Carries out what those who were asked about a claim decided: on to be coded, back to its claimant, or the end. */
@UseCase(Duty.RUN_PROCESS)
public class ConcludeClaim {

    private final ClaimRows claims;
    private final Approvals approvals;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ConcludeClaim(
            ClaimRows claims,
            Approvals approvals,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.claims = claims;
        this.approvals = approvals;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /** Everybody who was asked agreed to a claim. */
    public record ExpenseClaimApproved(CompanyId company, Actor actor, Instant at, UUID claimId)
            implements BusinessEvent {

        @Override
        public Subject subject() {
            return ClaimRows.subject(claimId);
        }
    }

    /** A claim went back to its claimant. */
    public record ExpenseClaimReturned(CompanyId company, Actor actor, Instant at, UUID claimId)
            implements BusinessEvent {

        @Override
        public Subject subject() {
            return ClaimRows.subject(claimId);
        }
    }

    /** A claim was rejected. */
    public record ExpenseClaimRejected(CompanyId company, Actor actor, Instant at, UUID claimId)
            implements BusinessEvent {

        @Override
        public Subject subject() {
            return ClaimRows.subject(claimId);
        }
    }

    /** What came of it. */
    public enum Outcome {
        DONE,
        /** Not everybody asked has approved what it says now. */
        NOT_APPROVED
    }

    /** Does nothing to a claim that doesn't wait for approval. */
    public Outcome conclude(@About("expense-claim") UUID claim, Decision decision) {
        ClaimView sent = claims.locked(claim);
        if (sent.state() != ClaimState.SENT) {
            return Outcome.DONE;
        }
        if (decision == Decision.APPROVE) {
            if (!approvals.granted(ClaimRows.subject(claim), Objects.requireNonNull(sent.contentHash()))) {
                return Outcome.NOT_APPROVED;
            }
            claims.move(claim, ClaimState.APPROVED, null);
        } else {
            claims.move(
                    claim,
                    decision == Decision.RETURN ? ClaimState.DRAFT : ClaimState.REJECTED,
                    reason(claim).orElse(null));
        }
        events.publishEvent(event(claim, decision));
        return Outcome.DONE;
    }

    private BusinessEvent event(UUID claim, Decision decision) {
        CompanyId company = currentActor.company();
        Actor actor = currentActor.actor();
        return switch (decision) {
            case APPROVE -> new ExpenseClaimApproved(company, actor, clock.instant(), claim);
            case RETURN -> new ExpenseClaimReturned(company, actor, clock.instant(), claim);
            case REJECT -> new ExpenseClaimRejected(company, actor, clock.instant(), claim);
        };
    }

    private Optional<String> reason(UUID claim) {
        return approvals.of(ClaimRows.subject(claim)).stream()
                .filter(ApprovalDecisionView::live)
                .filter(decision -> decision.decision() != Decision.APPROVE)
                .map(ApprovalDecisionView::comment)
                .filter(Objects::nonNull)
                .reduce((first, last) -> last);
    }
}
