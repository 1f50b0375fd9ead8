package io.simbaerp.payment;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.company.NumberSeries;
import io.simbaerp.payment.proposal.PaymentPlan;
import io.simbaerp.payment.proposal.ProposalPlanner;
import io.simbaerp.payment.store.RunBook;
import io.simbaerp.payment.store.RunNews;
import io.simbaerp.payment.store.RunRows;

/** Puts a payment run together from what is due: orders to confirmed accounts, and the rest blocked with its reason. */
@UseCase(Duty.PROPOSE_PAYMENT)
public class ProposePaymentRun {

    private final ProposalPlanner planner;
    private final RunBook book;
    private final RunRows rows;
    private final NumberSeries numbers;
    private final BusinessDay businessDay;
    private final RunNews news;

    ProposePaymentRun(
            ProposalPlanner planner,
            RunBook book,
            RunRows rows,
            NumberSeries numbers,
            BusinessDay businessDay,
            RunNews news) {
        this.planner = planner;
        this.book = book;
        this.rows = rows;
        this.numbers = numbers;
        this.businessDay = businessDay;
        this.news = news;
    }

    /**
     * Proposes a run; its items are held for it from now on. Two who propose at once take turns.
     *
     * @throws NotFound of the account
     * @throws RuleViolation payment-run.nothing-due, payment-run.account-off, payment-run.day-past
     */
    public PaymentRunView propose(PaymentRunDraft draft) {
        book.waitForOthers();
        PaymentPlan plan = planner.plan(draft);
        if (plan.owesNothing()) {
            throw RuleViolation.ofField("dueUntil", "payment-run.nothing-due", draft.dueUntil());
        }
        int year = businessDay.today().getYear();
        String number = "PAY/%d/%06d".formatted(year, numbers.next("payment-run", year));
        PaymentRunId id = book.open(draft, number);
        plan.orders().forEach(order -> book.order(id, number, order, null));
        book.block(id, plan.blocked());
        PaymentRunView run = rows.byId(id).orElseThrow(() -> new NotFound("payment-run", id));
        news.tell(run, PaymentRunProposed::new);
        return run;
    }
}
