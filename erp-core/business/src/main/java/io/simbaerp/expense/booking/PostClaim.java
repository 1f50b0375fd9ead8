package io.simbaerp.expense.booking;

import io.simbaerp.approval.Approvals;
import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.Subject;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.company.FiscalPeriods;
import io.simbaerp.company.period.LockArea;
import io.simbaerp.expense.ClaimState;
import io.simbaerp.expense.ClaimView;
import io.simbaerp.expense.store.ClaimRows;
import io.simbaerp.ledger.PostJournalEntry;
import io.simbaerp.tax.RecordVatRegister;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Posts a coded claim as it was approved: entry, open item of the employee and VAT register together or not at all. */
@UseCase(Duty.POST_JOURNAL_ENTRY)
public class PostClaim {

    private final ClaimRows claims;
    private final Approvals approvals;
    private final ClaimRefusal refusal;
    private final Books books;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;

    PostClaim(
            ClaimRows claims,
            Approvals approvals,
            ClaimRefusal refusal,
            Books books,
            CurrentActor currentActor,
            ApplicationEventPublisher events) {
        this.claims = claims;
        this.approvals = approvals;
        this.refusal = refusal;
        this.books = books;
        this.currentActor = currentActor;
        this.events = events;
    }

    /** Where it is written. */
    @Component
    record Books(ClaimBookkeeping bookkeeping, PostJournalEntry post, RecordVatRegister register, Clock clock) {}

    /** A claim stands in the books. */
    public record ExpenseClaimPosted(CompanyId company, Actor actor, Instant at, UUID claimId)
            implements BusinessEvent {

        @Override
        public Subject subject() {
            return ClaimRows.subject(claimId);
        }
    }

    /** What came of it. */
    public enum Outcome {
        POSTED,
        /** Not everybody asked has approved what it says now. */
        NOT_APPROVED,
        /** The books don't take it as it is coded: its period was closed, an account was. */
        REFUSED,
        /** It went back, was rejected or taken back meanwhile. */
        ENDED
    }

    /** Posting what is posted already changes nothing. */
    public Outcome post(@About("expense-claim") UUID id) {
        ClaimView claim = claims.locked(id);
        if (claim.state() == ClaimState.POSTED) {
            return Outcome.POSTED;
        }
        if (claim.state() != ClaimState.APPROVED) {
            return Outcome.ENDED;
        }
        if (!approvals.granted(ClaimRows.subject(id), Objects.requireNonNull(claim.contentHash()))) {
            claims.move(id, ClaimState.SENT, null);
            return Outcome.NOT_APPROVED;
        }
        if (refusal.of(claim).isPresent()) {
            return Outcome.REFUSED;
        }
        ClaimEntry entry = books.bookkeeping().of(claim);
        books.register().record(entry.register());
        claims.posted(id, books.post().post(entry.entry()).value());
        events.publishEvent(new ExpenseClaimPosted(
                currentActor.company(), currentActor.actor(), books.clock().instant(), id));
        return Outcome.POSTED;
    }

    /** Why the books would not take a claim as it is coded now. */
    @Component
    static class ClaimRefusal {

        private final ClaimBookkeeping bookkeeping;
        private final PostJournalEntry.Preview preview;
        private final FiscalPeriods periods;
        private final DeductedInvoices deducted;

        ClaimRefusal(
                ClaimBookkeeping bookkeeping,
                PostJournalEntry.Preview preview,
                FiscalPeriods periods,
                DeductedInvoices deducted) {
            this.bookkeeping = bookkeeping;
            this.preview = preview;
            this.periods = periods;
            this.deducted = deducted;
        }

        Optional<RuleViolation> of(ClaimView claim) {
            if (claim.postingDate() == null || claim.lines().stream().anyMatch(line -> line.coding() == null)) {
                return Optional.of(new RuleViolation("expense.not-coded", claim.number()));
            }
            ClaimEntry entry = bookkeeping.of(claim);
            return deducted.refusal(claim)
                    .or(() -> preview.refusal(entry.entry()))
                    .or(() -> lockedVat(entry));
        }

        private Optional<RuleViolation> lockedVat(ClaimEntry entry) {
            return entry.register().stream()
                    .map(row -> Objects.requireNonNull(row.vatPeriod()))
                    .distinct()
                    .flatMap(month -> periods.of(YearMonth.parse(month).atDay(1)).stream())
                    .filter(period -> !period.openFor(LockArea.VAT))
                    .findFirst()
                    .map(period -> new RuleViolation("vat-register.period-locked", period.code()));
        }
    }
}
