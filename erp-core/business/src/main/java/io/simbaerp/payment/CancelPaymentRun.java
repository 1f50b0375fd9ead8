package io.simbaerp.payment;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.payment.store.RunBook;
import io.simbaerp.payment.store.RunNews;
import org.jspecify.annotations.Nullable;

/**
 * Cancels a run with a reason before its file is made; its items are free again. Once it was released an approver without a
 * hand in it cancels it ({@code CancelReleasedRun}).
 */
@UseCase(Duty.PROPOSE_PAYMENT)
public class CancelPaymentRun {

    private final RunBook book;
    private final RunNews news;

    CancelPaymentRun(RunBook book, RunNews news) {
        this.book = book;
        this.news = news;
    }

    /**
     * @param version of the run as the canceller saw it; nothing if they don't care
     * @throws RuleViolation payment-run.reason-missing, payment-run.not-in-state,
     *     payment-run.released-needs-approver
     * @throws io.simbaerp.architecture.Conflict payment-run.changed-meanwhile
     */
    public void cancel(PaymentRunId id, @Nullable String reason, @Nullable Integer version) {
        PaymentRunView run = book.locked(id, version);
        if (run.state() == PaymentRunState.CANCELLED) {
            throw new RuleViolation(
                    "payment-run.not-in-state", run.number(), run.state().name());
        }
        if (run.state() == PaymentRunState.RELEASED) {
            throw new RuleViolation("payment-run.released-needs-approver", run.number());
        }
        if (reason == null || reason.isBlank()) {
            throw RuleViolation.ofField("reason", "payment-run.reason-missing");
        }
        book.cancelled(id, reason.strip());
        news.tell(run, PaymentRunCancelled::new);
    }
}
