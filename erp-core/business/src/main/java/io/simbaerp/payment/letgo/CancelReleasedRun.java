package io.simbaerp.payment.letgo;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.payment.PaymentRunCancelled;
import io.simbaerp.payment.PaymentRunId;
import io.simbaerp.payment.PaymentRunState;
import io.simbaerp.payment.PaymentRunView;
import io.simbaerp.payment.content.RunApprovers;
import io.simbaerp.payment.store.RunBook;
import io.simbaerp.payment.store.RunNews;
import org.jspecify.annotations.Nullable;

/**
 * Cancels a run whose file was released: everything it still holds may be paid again. As with a single order that is a
 * decision about money a second time, so it takes an approver, and never one who had a hand in the run.
 */
@UseCase(Duty.APPROVE_PAYMENT)
public class CancelReleasedRun {

    private final RunBook book;
    private final RunApprovers approvers;
    private final RunNews news;

    CancelReleasedRun(RunBook book, RunApprovers approvers, RunNews news) {
        this.book = book;
        this.approvers = approvers;
        this.news = news;
    }

    /**
     * @param confirmed that the bank does not carry the file out
     * @param version of the run as the canceller saw it; nothing if they don't care
     * @throws RuleViolation payment-run.not-in-state, approval.own-work-proposed-run and the like,
     *     payment-run.reason-missing, payment-run.cancel-unconfirmed
     * @throws io.simbaerp.architecture.Conflict payment-run.changed-meanwhile
     */
    public void cancel(PaymentRunId id, @Nullable String reason, boolean confirmed, @Nullable Integer version) {
        PaymentRunView run = book.locked(id, version);
        if (run.state() != PaymentRunState.RELEASED) {
            throw new RuleViolation(
                    "payment-run.not-in-state", run.number(), run.state().name());
        }
        approvers.refuseOwnWork(run);
        if (reason == null || reason.isBlank()) {
            throw RuleViolation.ofField("reason", "payment-run.reason-missing");
        }
        if (!confirmed) {
            throw RuleViolation.ofField("confirmed", "payment-run.cancel-unconfirmed");
        }
        book.cancelled(id, reason.strip());
        news.tell(run, PaymentRunCancelled::new);
    }
}
