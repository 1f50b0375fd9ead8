package io.simbaerp.payment;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.payment.content.RunApprovers;
import io.simbaerp.payment.file.UnwritablePayment;
import io.simbaerp.payment.proposal.BankDays;
import io.simbaerp.payment.proposal.OrderCheck;
import io.simbaerp.payment.store.FileMaker;
import io.simbaerp.payment.store.RunBook;
import io.simbaerp.payment.store.RunNews;
import java.util.Optional;
import java.util.UUID;

/**
 * Releases an approved run: makes its file, once and for ever, and orders its items. Nothing is posted; what the bank
 * did, its statement tells.
 */
@UseCase(Duty.RELEASE_PAYMENT)
public class ReleasePaymentRun {

    private final RunBook book;
    private final RunApprovers approvers;
    private final OrderCheck orderCheck;
    private final FileMaker fileMaker;
    private final BusinessDay businessDay;
    private final RunNews news;

    ReleasePaymentRun(
            RunBook book,
            RunApprovers approvers,
            OrderCheck orderCheck,
            FileMaker fileMaker,
            BusinessDay businessDay,
            RunNews news) {
        this.book = book;
        this.approvers = approvers;
        this.orderCheck = orderCheck;
        this.fileMaker = fileMaker;
        this.businessDay = businessDay;
        this.news = news;
    }

    /**
     * Releases it, or says why it can't be. Releasing what is released already changes nothing. An order whose account is no
     * longer confirmed, or whose proof from the White List is of another day, stays behind as blocked; the others go.
     *
     * @throws io.simbaerp.architecture.RuleViolation payment-run.not-in-state
     */
    public ReleaseOutcome release(PaymentRunId id) {
        PaymentRunView run = book.locked(id);
        if (run.state() == PaymentRunState.RELEASED) {
            return ReleaseOutcome.RELEASED;
        }
        run.require(PaymentRunState.IN_APPROVAL);
        Optional<UUID> approver = approvers.approver(run);
        if (run.orders().isEmpty() || approver.isEmpty()) {
            return refused(id, ReleaseOutcome.NOT_APPROVED, "");
        }
        OrderCheck.Result check = orderCheck.of(run);
        if (check.changed()) {
            return refused(id, ReleaseOutcome.ITEMS_CHANGED, "");
        }
        if (check.blocked().size() == run.orders().size()) {
            return refused(id, ReleaseOutcome.ITEMS_BLOCKED, "");
        }
        leaveBehind(id, check);
        book.payNotBefore(id, BankDays.of(run.account().currency()).onOrAfter(businessDay.today()));
        PaymentRunView dated = book.locked(id);
        try {
            fileMaker.make(dated);
        } catch (UnwritablePayment unwritable) {
            return refused(id, ReleaseOutcome.FILE_REFUSED, String.valueOf(unwritable.getMessage()));
        }
        book.released(id, Actor.person(approver.get()).toString());
        news.tell(dated, PaymentRunReleased::new);
        return ReleaseOutcome.RELEASED;
    }

    /** Orders that may not go now; their items are free for another run. */
    private void leaveBehind(PaymentRunId id, OrderCheck.Result check) {
        check.blocked().forEach((order, items) -> {
            book.takeOut(id, order);
            book.block(id, items);
        });
        if (!check.blocked().isEmpty()) {
            book.note(id, ReleaseOutcome.ITEMS_BLOCKED.name());
        }
    }

    private ReleaseOutcome refused(PaymentRunId id, ReleaseOutcome outcome, String detail) {
        book.note(id, outcome.name() + (detail.isEmpty() ? "" : ": " + detail));
        return outcome;
    }
}
