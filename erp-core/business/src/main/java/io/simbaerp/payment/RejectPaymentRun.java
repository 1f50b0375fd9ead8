package io.simbaerp.payment;

import io.simbaerp.approval.ApprovalDecisionView;
import io.simbaerp.approval.Approvals;
import io.simbaerp.approval.Decision;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.payment.content.RunContent;
import io.simbaerp.payment.store.RunBook;
import io.simbaerp.payment.store.RunNews;

/** Ends a run that its approver rejected, for the reason they gave. */
@UseCase(Duty.RELEASE_PAYMENT)
public class RejectPaymentRun {

    private final RunBook book;
    private final Approvals approvals;
    private final RunNews news;

    RejectPaymentRun(RunBook book, Approvals approvals, RunNews news) {
        this.book = book;
        this.approvals = approvals;
        this.news = news;
    }

    /** @throws RuleViolation payment-run.not-in-state, payment-run.not-rejected */
    public void reject(PaymentRunId id) {
        PaymentRunView run = book.locked(id);
        run.require(PaymentRunState.IN_APPROVAL);
        String reason = approvals.of(RunContent.subject(id)).stream()
                .filter(ApprovalDecisionView::live)
                .filter(decision -> decision.decision() == Decision.REJECT)
                .map(decision -> String.valueOf(decision.comment()))
                .findFirst()
                .orElseThrow(() -> new RuleViolation("payment-run.not-rejected", run.number()));
        book.cancelled(id, reason);
        news.tell(run, PaymentRunCancelled::new);
    }
}
