package io.simbaerp.payment;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.company.NumberSeries;
import io.simbaerp.payment.proposal.BlockedItem;
import io.simbaerp.payment.proposal.ProposalPlanner;
import io.simbaerp.payment.store.RunBook;
import io.simbaerp.payment.store.RunNews;
import io.simbaerp.payment.store.RunRows;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Puts one open item on a payment proposal: the one its proposer has begun for that account, or a new one. */
@UseCase(Duty.PROPOSE_PAYMENT)
public class OrderOpenItem {

    private final ProposalPlanner planner;
    private final RunBook book;
    private final RunRows rows;
    private final NumberSeries numbers;
    private final BusinessDay businessDay;
    private final RunNews news;

    OrderOpenItem(
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
     * Orders it, due or not. What is blocked is left where it is.
     *
     * @return why it is blocked; nothing if it was ordered
     * @throws NotFound of the item
     * @throws RuleViolation payment-run.no-account, payment-run.nothing-owed
     */
    public Optional<BlockedItem> order(UUID openItem) {
        book.waitForOthers();
        ProposalPlanner.Single single = planner.singles(List.of(openItem)).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("open-item", openItem));
        if (single.item().owed().isZero()) {
            throw new RuleViolation("payment-run.nothing-owed");
        }
        Optional<BlockedItem> blocked = single.plan().blocked().stream().findFirst();
        if (blocked.isEmpty()) {
            order(single);
        }
        return blocked;
    }

    private void order(ProposalPlanner.Single single) {
        Optional<PaymentRunId> begun = rows.begun(single.account().id());
        PaymentRunId id = begun.orElseGet(() -> open(single));
        String number = book.locked(id).number();
        single.plan().orders().forEach(order -> book.order(id, number, order, null));
        if (begun.isPresent()) {
            book.touch(id);
            news.tell(run(id), PaymentRunChanged::new);
        } else {
            news.tell(run(id), PaymentRunProposed::new);
        }
    }

    private PaymentRunId open(ProposalPlanner.Single single) {
        LocalDate today = businessDay.today();
        LocalDate due = single.item().dueDate().isAfter(today) ? single.item().dueDate() : today;
        String number = "PAY/%d/%06d".formatted(today.getYear(), numbers.next("payment-run", today.getYear()));
        return book.open(new PaymentRunDraft(due, single.account().id(), null), number);
    }

    private PaymentRunView run(PaymentRunId id) {
        return rows.byId(id).orElseThrow(() -> new NotFound("payment-run", id));
    }
}
