package io.simbaerp.expense.booking;

import io.simbaerp.approval.history.OwnWork;
import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.Subject;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.expense.ClaimApprovers;
import io.simbaerp.expense.ClaimState;
import io.simbaerp.expense.ClaimView;
import io.simbaerp.expense.store.ClaimRows;
import io.simbaerp.ledger.PostJournalEntry;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Puts the lines of an approved claim to accounts, cost centres and VAT codes: by somebody who didn't claim it. */
@UseCase(Duty.CODE_EXPENSE)
public class CodeClaim {

    private final ClaimRows claims;
    private final Codings codings;
    private final EmployeePartners partners;
    private final Judge judge;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;

    CodeClaim(
            ClaimRows claims,
            Codings codings,
            EmployeePartners partners,
            Judge judge,
            CurrentActor currentActor,
            ApplicationEventPublisher events) {
        this.claims = claims;
        this.codings = codings;
        this.partners = partners;
        this.judge = judge;
        this.currentActor = currentActor;
        this.events = events;
    }

    /** An approved claim was coded. */
    public record ExpenseClaimCoded(CompanyId company, Actor actor, Instant at, UUID claimId) implements BusinessEvent {

        @Override
        public Subject subject() {
            return ClaimRows.subject(claimId);
        }
    }

    /** Who may code, and whether the books would take it. */
    @Component
    record Judge(OwnWork ownWork, ClaimBookkeeping bookkeeping, PostJournalEntry.Preview preview, Clock clock) {

        void requireOthers(ClaimView claim) {
            ownWork.refuse(ClaimApprovers.acts(claim));
        }
    }

    /**
     * @throws io.simbaerp.architecture.NotFound of the claim
     * @throws RuleViolation of expense: not-approved, coding-line-unknown, coding-account-unknown, coding-control-account,
     *     tax-code-not-for-claims, vat-needs-invoice, vat-of-other-country, receipt-deducted-twice, invoice-registered,
     *     invoice-claimed; approval.own-work-claimed-expense; and what the
     *     books refuse an entry by
     */
    public void code(@About("expense-claim") UUID claim, CodingDraft draft) {
        ClaimView approved = claims.locked(claim);
        if (approved.state() != ClaimState.APPROVED) {
            throw new RuleViolation("expense.not-approved", approved.number());
        }
        judge.requireOthers(approved);
        codings.write(approved, draft);
        if (!approved.owed().isZero()) {
            partners.ensure(approved.claimant(), approved.claimantName());
        }
        judge.preview().total(judge.bookkeeping().of(claims.byId(claim)).entry());
        events.publishEvent(new ExpenseClaimCoded(
                currentActor.company(), currentActor.actor(), judge.clock().instant(), claim));
    }
}
