package io.simbaerp.payment.letgo;

import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.money.Money;
import io.simbaerp.payment.PaymentRunId;
import io.simbaerp.payment.PaymentRunState;
import io.simbaerp.payment.PaymentRunView;
import io.simbaerp.payment.content.RunApprovers;
import io.simbaerp.payment.store.RunBook;
import io.simbaerp.payment.store.RunNews;
import java.util.UUID;

/**
 * Lets one order of a released run go: what is open of it may be paid again. That is a decision about money a second time, so
 * it is an approver's, and never of somebody who had a hand in the order.
 */
@UseCase(Duty.APPROVE_PAYMENT)
public class LetOrderGo {

    private final RunBook book;
    private final RunApprovers approvers;
    private final RunNews news;

    LetOrderGo(RunBook book, RunApprovers approvers, RunNews news) {
        this.book = book;
        this.approvers = approvers;
        this.news = news;
    }

    /**
     * Frees what the order still holds. The order stays in the records with who let it go and why.
     *
     * @throws NotFound of the run, or of the order in it
     * @throws RuleViolation payment-run.not-in-state, payment-run.nothing-held, approval.own-work-proposed-run and the like,
     *     payment-run.reason-missing, payment-run.let-go-unconfirmed
     * @throws Conflict payment-run.settled-meanwhile
     */
    public void letGo(PaymentRunId id, UUID orderId, LetGoDraft draft) {
        PaymentRunView run = book.locked(id);
        PaymentRunView.Order order = run.orders().stream()
                .filter(each -> each.id().equals(orderId))
                .findFirst()
                .orElseThrow(() -> new NotFound("payment-order", orderId));
        requireHeld(run, order);
        approvers.refuseOwnWork(run, order);
        String reason = draft.reason();
        if (reason == null || reason.isBlank()) {
            throw RuleViolation.ofField("reason", "payment-run.reason-missing");
        }
        if (!draft.confirmed()) {
            throw RuleViolation.ofField("confirmed", "payment-run.let-go-unconfirmed");
        }
        Money seen = draft.stillOpen();
        if (seen != null && !seen.plain().equals(order.stillOpen().plain())) {
            throw new Conflict("payment-run.settled-meanwhile", order.stillOpen());
        }
        book.letGo(orderId, reason.strip());
        news.tell(run, order.documents(), PaymentOrderLetGo::new);
    }

    private static void requireHeld(PaymentRunView run, PaymentRunView.Order order) {
        if (run.state() != PaymentRunState.RELEASED) {
            throw new RuleViolation(
                    "payment-run.not-in-state", run.number(), run.state().name());
        }
        if (!order.held()) {
            throw new RuleViolation("payment-run.nothing-held", order.reference());
        }
    }
}
