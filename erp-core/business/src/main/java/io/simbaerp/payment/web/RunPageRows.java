package io.simbaerp.payment.web;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.audit.ActorNames;
import io.simbaerp.page.Formats;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.payment.PaymentRunView;
import io.simbaerp.payment.proposal.BlockReason;
import io.simbaerp.payment.proposal.BlockedItem;
import io.simbaerp.payment.proposal.PayableItem;
import io.simbaerp.payment.proposal.PlannedOrder;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rows of a run and of its preview: transfers and what is blocked. */
@Component
class RunPageRows {

    private final ActorNames names;
    private final Formats formats;
    private final RuleTexts texts;
    private final Permission permission;

    RunPageRows(ActorNames names, Formats formats, RuleTexts texts, Permission permission) {
        this.names = names;
        this.formats = formats;
        this.texts = texts;
        this.permission = permission;
    }

    RunPage.OrderRow order(PaymentRunView.Order order) {
        return new RunPage.OrderRow(
                order.id(),
                order.payeeId(),
                order.payeeName(),
                formats.account(order.iban()),
                order.title(),
                order.kind().name(),
                order.payOn(),
                order.amount(),
                order.items().stream().map(this::voucher).toList(),
                letThrough(order.letThrough()));
    }

    RunPage.BlockedRow blocked(PaymentRunView.Blocked blocked) {
        return row(blocked.item(), blocked.payeeId(), blocked.payeeName(), blocked.reason(), blocked.detail(), null);
    }

    RunPage.OrderRow planned(PlannedOrder order) {
        return new RunPage.OrderRow(
                null,
                order.payee().id().value(),
                order.payee().name(),
                formats.account(order.iban()),
                order.title(),
                order.kind().name(),
                order.payOn(),
                order.amount(),
                order.items().stream().map(RunPageRows::item).map(this::voucher).toList(),
                null);
    }

    RunPage.BlockedRow planned(BlockedItem blocked) {
        return row(
                item(blocked.item()),
                blocked.item().payee().id().value(),
                blocked.item().payee().name(),
                blocked.reason(),
                blocked.detail(),
                blocked.reason() == BlockReason.WHITE_LIST ? blocked.detail() : null);
    }

    private RunPage.BlockedRow row(
            PaymentRunView.Item item,
            UUID payeeId,
            String payee,
            BlockReason reason,
            String detail,
            @Nullable String iban) {
        return new RunPage.BlockedRow(
                item.openItemId(),
                payeeId,
                payee,
                voucher(item),
                item.dueDate(),
                reason.name(),
                BlockedWords.of(reason, detail, texts),
                reason.mayBeLetThrough(),
                reason.name().startsWith("ACCOUNT_"),
                iban);
    }

    private static PaymentRunView.Item item(PayableItem item) {
        return new PaymentRunView.Item(
                item.openItemId(),
                item.owed(),
                item.dueDate(),
                item.voucher().documentId(),
                item.voucher().number());
    }

    private RunPage.Voucher voucher(PaymentRunView.Item item) {
        boolean visible = permission.has(Duty.VIEW_DOCUMENT);
        return new RunPage.Voucher(visible ? item.documentId() : null, item.number(), item.amount());
    }

    private @Nullable String letThrough(PaymentRunView.@Nullable LetThrough through) {
        return through == null
                ? null
                : texts.message(
                        "payment.let-through-by", List.of(names.nameOf(Actor.parse(through.by())), through.comment()));
    }
}
