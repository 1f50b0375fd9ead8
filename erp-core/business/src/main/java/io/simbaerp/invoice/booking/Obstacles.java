package io.simbaerp.invoice.booking;

import io.simbaerp.approval.ApprovalDecisionView;
import io.simbaerp.approval.Approvals;
import io.simbaerp.approval.Decision;
import io.simbaerp.architecture.Subject;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.company.FiscalPeriods;
import io.simbaerp.company.period.LockArea;
import io.simbaerp.invoice.PostOutcome;
import io.simbaerp.invoice.content.InvoiceDetails;
import io.simbaerp.invoice.duplicate.DuplicateWatch;
import io.simbaerp.invoice.owner.LineCoverage;
import io.simbaerp.invoice.registration.DeductedOnce;
import org.springframework.stereotype.Component;

/** What may stand between an invoice and the books at the moment it is to be posted. */
@Component
public class Obstacles {

    private final Approvals approvals;
    private final FiscalPeriods periods;
    private final DuplicateWatch duplicates;
    private final CurrentCompany currentCompany;
    private final LineCoverage coverage;
    private final DeductedOnce deductedOnce;

    Obstacles(
            Approvals approvals,
            FiscalPeriods periods,
            DuplicateWatch duplicates,
            CurrentCompany currentCompany,
            LineCoverage coverage,
            DeductedOnce deductedOnce) {
        this.coverage = coverage;
        this.deductedOnce = deductedOnce;
        this.approvals = approvals;
        this.periods = periods;
        this.duplicates = duplicates;
        this.currentCompany = currentCompany;
    }

    /** Whether it may be posted as it is now; {@link PostOutcome#POSTED} if nothing stands in the way. */
    public PostOutcome judge(InvoiceDetails details, String hash) {
        Subject subject = new Subject("purchase-invoice", details.id());
        if (!approvals.granted(subject, hash)) {
            boolean approvedOtherwise = approvals.of(subject).stream()
                    .filter(ApprovalDecisionView::live)
                    .filter(decision -> decision.decision() == Decision.APPROVE)
                    .anyMatch(decision -> !decision.contentHash().equals(hash));
            return approvedOtherwise ? PostOutcome.CONTENT_CHANGED : PostOutcome.NOT_APPROVED;
        }
        if (!coverage.isWhole(details)) {
            return PostOutcome.NOT_APPROVED;
        }
        if (duplicates.isUndecided(details.sample())) {
            return PostOutcome.DUPLICATE_OPEN;
        }
        if (rateIsMissing(details)) {
            return PostOutcome.RATE_MISSING;
        }
        if (deductedOnce.refusal(details.bill(), details.taxCodes()).isPresent()) {
            return PostOutcome.DEDUCTED_BY_CLAIM;
        }
        boolean open = details.fiscalPeriod() != null
                && periods.byCode(details.fiscalPeriod())
                        .map(period -> period.openFor(LockArea.PURCHASES))
                        .orElse(false);
        return open ? PostOutcome.POSTED : PostOutcome.PERIOD_CLOSED;
    }

    private boolean rateIsMissing(InvoiceDetails details) {
        return !details.invoice().currency().equals(currentCompany.get().baseCurrency())
                && (details.ledgerRate() == null || details.vatRate() == null);
    }
}
