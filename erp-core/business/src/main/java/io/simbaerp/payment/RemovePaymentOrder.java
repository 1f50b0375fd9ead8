package io.simbaerp.payment;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.payment.store.RunBook;
import io.simbaerp.payment.store.RunNews;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes an order out of a proposed run; its items are free for another. */
@UseCase(Duty.PROPOSE_PAYMENT)
public class RemovePaymentOrder {

    private final RunBook book;
    private final RunNews news;

    RemovePaymentOrder(RunBook book, RunNews news) {
        this.book = book;
        this.news = news;
    }

    /**
     * @param version of the run as the treasurer saw it; nothing if they don't care
     * @throws io.simbaerp.architecture.RuleViolation payment-run.not-in-state
     * @throws io.simbaerp.architecture.Conflict payment-run.changed-meanwhile
     */
    public void remove(PaymentRunId id, UUID orderId, @Nullable Integer version) {
        PaymentRunView run = book.locked(id, version);
        if (run.orders().stream().noneMatch(order -> order.id().equals(orderId))) {
            throw new NotFound("payment-order", orderId);
        }
        run.require(PaymentRunState.PROPOSED);
        book.takeOut(id, orderId);
        news.tell(run, PaymentRunChanged::new);
    }
}
