package io.simbaerp.payment.web;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.audit.ActorNames;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.page.Formats;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.payment.PaymentRunState;
import io.simbaerp.payment.PaymentRunView;
import io.simbaerp.payment.proposal.BankDays;
import io.simbaerp.payment.proposal.BlockReason;
import io.simbaerp.payment.proposal.BlockedItem;
import io.simbaerp.payment.proposal.Obstacle;
import io.simbaerp.payment.proposal.PayableItem;
import io.simbaerp.payment.proposal.PlannedOrder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
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

    RunPage.OrderRow order(PaymentRunView run, PaymentRunView.Order order) {
        return new RunPage.OrderRow(
                order.id(),
                order.payeeId(),
                order.payeeName(),
                formats.account(order.iban()),
                order.shownTitle(),
                order.kind().name(),
                order.payOn(),
                moved(order.payOn(), order.amount().currency(), run.payOn(), order.items()),
                order.amount(),
                order.items().stream().map(this::voucher).toList(),
                letThrough(order.letThrough()),
                run.state() == PaymentRunState.RELEASED ? since(order) : null);
    }

    RunPage.BlockedRow blocked(PaymentRunView.Blocked blocked) {
        return row(blocked.item(), blocked.payeeId(), blocked.payeeName(), blocked.obstacles(), null);
    }

    RunPage.OrderRow planned(PlannedOrder order, @Nullable LocalDate payOn) {
        List<PaymentRunView.Item> items =
                order.items().stream().map(RunPageRows::item).toList();
        return new RunPage.OrderRow(
                null,
                order.payee().id().value(),
                order.payee().name(),
                formats.account(order.iban()),
                order.title(),
                order.kind().name(),
                order.payOn(),
                moved(order.payOn(), order.amount().currency(), payOn, items),
                order.amount(),
                items.stream().map(this::voucher).toList(),
                List.of(),
                null);
    }

    RunPage.BlockedRow planned(BlockedItem blocked) {
        return row(
                item(blocked.item()),
                blocked.item().payee().id().value(),
                blocked.item().payee().name(),
                blocked.obstacles(),
                blocked.obstacles().stream()
                        .filter(obstacle -> obstacle.reason() == BlockReason.WHITE_LIST)
                        .map(Obstacle::detail)
                        .filter(iban -> !iban.isEmpty())
                        .findFirst()
                        .orElse(null));
    }

    private RunPage.BlockedRow row(
            PaymentRunView.Item item, UUID payeeId, String payee, List<Obstacle> obstacles, @Nullable String iban) {
        return new RunPage.BlockedRow(
                item.openItemId(),
                payeeId,
                payee,
                voucher(item),
                item.dueDate(),
                obstacles.stream()
                        .map(obstacle -> BlockedWords.of(obstacle, texts))
                        .toList(),
                obstacles.stream().allMatch(obstacle -> obstacle.reason().mayBeLetThrough()),
                obstacles.stream().anyMatch(obstacle -> obstacle.reason().name().startsWith("ACCOUNT_")),
                iban);
    }

    private static PaymentRunView.Item item(PayableItem item) {
        return new PaymentRunView.Item(
                item.openItemId(),
                item.owed(),
                item.dueDate(),
                item.voucher().documentId(),
                item.voucher().number(),
                false,
                null);
    }

    private RunPage.Voucher voucher(PaymentRunView.Item item) {
        boolean visible = permission.has(Duty.VIEW_DOCUMENT);
        return new RunPage.Voucher(visible ? item.shownDocument() : null, item.shownNumber(), item.amount());
    }

    /** That the day it was to be paid on is none on which banks move money, if that is why it goes later. */
    private @Nullable String moved(
            LocalDate day, CurrencyCode currency, @Nullable LocalDate payOn, List<PaymentRunView.Item> items) {
        LocalDate wanted = payOn != null
                ? payOn
                : items.stream()
                        .filter(item -> !item.amount().isNegative())
                        .map(PaymentRunView.Item::dueDate)
                        .min(Comparator.naturalOrder())
                        .orElse(day);
        BankDays calendar = BankDays.of(currency);
        return !calendar.includes(wanted) && calendar.onOrAfter(wanted).equals(day)
                ? texts.message("payment.day-moved", List.of(formats.date(wanted)))
                : null;
    }

    /** Who did so and why, and then each reason they decided about, for that is what they answer for. */
    private List<String> letThrough(PaymentRunView.@Nullable LetThrough through) {
        if (through == null) {
            return List.of();
        }
        List<String> sentences = new ArrayList<>();
        sentences.add(texts.message(
                "payment.let-through-by", List.of(names.nameOf(Actor.parse(through.by())), through.comment())));
        through.reasons()
                .forEach(reason -> sentences.add(texts.message(
                        "payment.let-through-spite", List.of(BlockedWords.of(new Obstacle(reason, ""), texts)))));
        return sentences;
    }

    /** What became of an order since its file left. */
    RunPage.Since since(PaymentRunView.Order order) {
        PaymentRunView.LetGo letGo = order.letGo();
        if (letGo != null) {
            return new RunPage.Since(
                    "mute",
                    texts.message("payment.let-go-by", List.of(names.nameOf(Actor.parse(letGo.by())), letGo.reason())),
                    false);
        }
        if (!order.held()) {
            return new RunPage.Since("good", texts.message("payment.since.SETTLED", List.of()), false);
        }
        boolean mayLetGo = permission.has(Duty.APPROVE_PAYMENT);
        return order.stillOpen().compareTo(order.amount()) == 0
                ? new RunPage.Since("info", texts.message("payment.since.ORDERED", List.of()), mayLetGo)
                : new RunPage.Since(
                        "warn",
                        texts.message("payment.since.PARTLY", List.of(formats.money(order.stillOpen()))),
                        mayLetGo);
    }
}
