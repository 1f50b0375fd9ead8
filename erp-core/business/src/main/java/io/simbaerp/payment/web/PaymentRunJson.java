package io.simbaerp.payment.web;

import io.simbaerp.money.Money;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.payment.PaymentRunState;
import io.simbaerp.payment.PaymentRunView;
import io.simbaerp.payment.content.RunContent;
import io.simbaerp.payment.proposal.BlockReason;
import io.simbaerp.payment.proposal.PaymentKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A payment run over REST. */
record PaymentRunJson(
        UUID id,
        String number,
        PaymentRunState state,
        AccountJson account,
        LocalDate dueUntil,
        @Nullable LocalDate payOn,
        Money total,
        List<OrderJson> orders,
        List<BlockedJson> blocked,
        @Nullable String note,
        @Nullable String cancelReason,
        @Nullable FileJson file,
        String contentHash,
        int version) {

    /** The own account paid from. */
    record AccountJson(UUID id, String name, String iban, String currency) {}

    /** Who gets it. */
    record PayeeJson(UUID id, String name) {}

    /** A transfer. */
    record OrderJson(
            UUID id,
            PayeeJson payee,
            String iban,
            Money amount,
            PaymentKind kind,
            LocalDate payOn,
            String title,
            String reference,
            PaymentRunView.@Nullable LetThrough letThrough,
            boolean held,
            PaymentRunView.@Nullable LetGo letGo,
            List<ItemJson> items) {}

    /** An item of the books, whether its order holds it still, and what is open of it; negative amounts are credits. */
    record ItemJson(
            UUID openItemId,
            @Nullable UUID documentId,
            String documentNumber,
            Money amount,
            LocalDate dueOn,
            boolean held,
            @Nullable Money stillOpen) {}

    /** One reason as key and in the reader's words. */
    record ReasonJson(BlockReason reason, String text) {}

    /** What was due and is not ordered: what is said first, all of it in the reader's words, and one by one. */
    record BlockedJson(
            UUID openItemId,
            @Nullable UUID documentId,
            String documentNumber,
            PayeeJson payee,
            Money amount,
            LocalDate dueOn,
            BlockReason reason,
            String text,
            List<ReasonJson> reasons,
            boolean mayBeLetThrough) {}

    /** The payment file. */
    record FileJson(String name, String messageId, String sha256, long size, boolean schemaChecked, Instant madeAt) {}

    static PaymentRunJson of(PaymentRunView run, RuleTexts texts) {
        PaymentRunView.FileRow file = run.file();
        return new PaymentRunJson(
                run.id().value(),
                run.number(),
                run.state(),
                new AccountJson(
                        run.account().id(),
                        run.account().name(),
                        run.account().iban(),
                        run.account().currency().code()),
                run.dueUntil(),
                run.payOn(),
                run.total(),
                run.orders().stream().map(PaymentRunJson::order).toList(),
                run.blocked().stream().map(item -> blocked(item, texts)).toList(),
                BlockedWords.note(run.note(), texts),
                run.cancelReason(),
                file == null
                        ? null
                        : new FileJson(
                                file.name(),
                                file.messageId(),
                                file.sha256(),
                                file.size(),
                                file.schemaChecked(),
                                file.madeAt()),
                RunContent.hash(run),
                run.version());
    }

    private static OrderJson order(PaymentRunView.Order order) {
        return new OrderJson(
                order.id(),
                new PayeeJson(order.payeeId(), order.payeeName()),
                order.iban(),
                order.amount(),
                order.kind(),
                order.payOn(),
                order.shownTitle(),
                order.reference(),
                order.letThrough(),
                order.held(),
                order.letGo(),
                order.items().stream().map(PaymentRunJson::item).toList());
    }

    private static ItemJson item(PaymentRunView.Item item) {
        PaymentRunView.Holding holding = item.holding();
        return new ItemJson(
                item.openItemId(),
                item.shownDocument(),
                item.shownNumber(),
                item.amount(),
                item.dueDate(),
                holding != null && holding.live(),
                holding == null ? null : holding.stillOpen());
    }

    private static BlockedJson blocked(PaymentRunView.Blocked blocked, RuleTexts texts) {
        PaymentRunView.Item item = blocked.item();
        return new BlockedJson(
                item.openItemId(),
                item.shownDocument(),
                item.shownNumber(),
                new PayeeJson(blocked.payeeId(), blocked.payeeName()),
                item.amount(),
                item.dueDate(),
                blocked.reason(),
                BlockedWords.of(blocked.obstacles(), texts),
                blocked.obstacles().stream()
                        .map(obstacle -> new ReasonJson(obstacle.reason(), BlockedWords.of(obstacle, texts)))
                        .toList(),
                blocked.mayBeLetThrough());
    }
}
