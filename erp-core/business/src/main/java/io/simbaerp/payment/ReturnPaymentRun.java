package io.simbaerp.payment;

import io.simbaerp.approval.ApprovalDecisionView;
import io.simbaerp.approval.Approvals;
import io.simbaerp.approval.Decision;
import io.simbaerp.approval.VoidApprovals;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.payment.content.RunContent;
import io.simbaerp.payment.store.RunBook;
import io.simbaerp.payment.store.RunNews;
import java.util.Objects;

/** Gives a run back to whoever put it together: an approver returned it, or it could not be released. */
@UseCase(Duty.RELEASE_PAYMENT)
public class ReturnPaymentRun {

    private final RunBook book;
    private final Approvals approvals;
    private final VoidApprovals voidApprovals;
    private final RunNews news;

    ReturnPaymentRun(RunBook book, Approvals approvals, VoidApprovals voidApprovals, RunNews news) {
        this.book = book;
        this.approvals = approvals;
        this.voidApprovals = voidApprovals;
        this.news = news;
    }

    /** @throws io.simbaerp.architecture.RuleViolation payment-run.not-in-state */
    public void giveBack(PaymentRunId id) {
        PaymentRunView run = book.locked(id);
        run.require(PaymentRunState.IN_APPROVAL);
        String reason = approvals.of(RunContent.subject(id)).stream()
                .filter(ApprovalDecisionView::live)
                .filter(decision -> decision.decision() == Decision.RETURN)
                .map(ApprovalDecisionView::comment)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        book.returned(id, reason);
        voidApprovals.voidApprovals(RunContent.subject(id));
        news.tell(run, PaymentRunReturned::new);
    }
}
