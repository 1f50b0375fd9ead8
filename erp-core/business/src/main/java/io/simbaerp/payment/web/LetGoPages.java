package io.simbaerp.payment.web;

import io.simbaerp.architecture.Actor;
import io.simbaerp.audit.ActorNames;
import io.simbaerp.money.Money;
import io.simbaerp.page.Formats;
import io.simbaerp.payment.PaymentRunView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together the page that shows what is at stake before an order is let go. */
@Component
class LetGoPages {

    private final ActorNames names;
    private final Formats formats;
    private final RunPageRows rows;

    LetGoPages(ActorNames names, Formats formats, RunPageRows rows) {
        this.names = names;
        this.formats = formats;
        this.rows = rows;
    }

    /**
     * The page.
     *
     * @param since what became of the order so far
     * @param stillOpen what may be paid again once it is let go, in words; {@code seen} is the same as it is sent back
     */
    record Page(
            RunFacts run,
            OrderFacts order,
            RunPage.@Nullable Since since,
            List<ItemRow> items,
            String stillOpen,
            String seen) {}

    /** Which file it left with, and by whose word. */
    record RunFacts(
            UUID id,
            String number,
            String account,
            @Nullable String file,
            @Nullable String messageId,
            @Nullable Instant leftAt,
            @Nullable String approvedBy) {}

    /** The transfer as the bank was told it. */
    record OrderFacts(
            UUID id, UUID payeeId, String payee, String account, String reference, String title, Money amount) {}

    /** What it was to settle, what the books have settled of it, and what is open. */
    record ItemRow(
            UUID id,
            String number,
            Money ordered,
            @Nullable Money settled,
            @Nullable Money stillOpen) {}

    Page page(PaymentRunView run, PaymentRunView.Order order) {
        Money stillOpen = order.stillOpen();
        return new Page(
                facts(run),
                new OrderFacts(
                        order.id(),
                        order.payeeId(),
                        order.payeeName(),
                        formats.account(order.iban()),
                        order.reference(),
                        order.shownTitle(),
                        order.amount()),
                rows.since(order),
                order.items().stream().map(LetGoPages::row).toList(),
                formats.money(stillOpen),
                stillOpen.amount().toPlainString());
    }

    private RunFacts facts(PaymentRunView run) {
        PaymentRunView.FileRow file = run.file();
        String approvedBy = run.proposal().approvedBy();
        return new RunFacts(
                run.id().value(),
                run.number(),
                run.account().name() + ", " + formats.account(run.account().iban()),
                file == null ? null : file.name(),
                file == null ? null : file.messageId(),
                file == null ? null : file.madeAt(),
                approvedBy == null ? null : names.nameOf(Actor.parse(approvedBy)));
    }

    private static ItemRow row(PaymentRunView.Item item) {
        PaymentRunView.Holding holding = item.holding();
        return new ItemRow(
                item.openItemId(),
                item.shownNumber(),
                item.amount(),
                holding == null ? null : holding.settled(),
                holding == null ? null : holding.stillOpen());
    }
}
