package io.simbaerp.payment;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.payment.content.RunApprovers;
import io.simbaerp.payment.store.RunBook;
import io.simbaerp.payment.store.RunNews;
import org.jspecify.annotations.Nullable;

/** Sends a payment run to approval. Its orders stand from now on. */
@UseCase(Duty.PROPOSE_PAYMENT)
public class SendPaymentRun {

    private final RunBook book;
    private final RunNews news;
    private final RunApprovers approvers;
    private final Permission permission;

    SendPaymentRun(RunBook book, RunNews news, RunApprovers approvers, Permission permission) {
        this.book = book;
        this.news = news;
        this.approvers = approvers;
        this.permission = permission;
    }

    /**
     * @param version of the run as the sender saw it; nothing if they don't care
     * @throws RuleViolation payment-run.not-in-state, payment-run.nothing-to-pay, duty.beyond-limit
     * @throws io.simbaerp.architecture.Conflict payment-run.changed-meanwhile
     */
    public void send(PaymentRunId id, @Nullable Integer version) {
        PaymentRunView run = book.locked(id, version);
        run.require(PaymentRunState.PROPOSED);
        if (!run.canBeSent()) {
            throw new RuleViolation("payment-run.nothing-to-pay", run.number());
        }
        permission.requireReach(Duty.PROPOSE_PAYMENT, approvers.extent(run));
        book.sent(id);
        news.tell(run, PaymentRunSent::new);
    }
}
