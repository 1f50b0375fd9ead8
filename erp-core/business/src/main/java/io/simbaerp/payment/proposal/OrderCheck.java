package io.simbaerp.payment.proposal;

import io.simbaerp.money.Iban;
import io.simbaerp.party.PartyAccount;
import io.simbaerp.payment.PaymentRunView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Looks at the orders of a run once more when it is released, for books, accounts and proofs go on while a run waits for its
 * approver.
 */
@Component
public class OrderCheck {

    private final DueItems dueItems;

    OrderCheck(DueItems dueItems) {
        this.dueItems = dueItems;
    }

    /**
     * What became of a run's orders.
     *
     * @param changed whether an item is no longer open with the amount its order pays
     * @param blocked orders that may not go now, with what blocks each of their items
     */
    public record Result(boolean changed, Map<UUID, List<BlockedItem>> blocked) {}

    public Result of(PaymentRunView run) {
        Map<UUID, PayableItem> present = dueItems
                .these(run.orders().stream()
                        .flatMap(order -> order.items().stream())
                        .map(PaymentRunView.Item::openItemId)
                        .toList())
                .stream()
                .collect(Collectors.toMap(PayableItem::openItemId, Function.identity()));
        Map<UUID, List<BlockedItem>> blocked = new LinkedHashMap<>();
        for (PaymentRunView.Order order : run.orders()) {
            if (!order.items().stream().allMatch(item -> stillStands(item, present))) {
                return new Result(true, Map.of());
            }
            List<PayableItem> items = order.items().stream()
                    .map(item -> present.get(item.openItemId()))
                    .toList();
            obstacle(order, items).ifPresent(first -> blocked.put(order.id(), all(first, items)));
        }
        return new Result(false, blocked);
    }

    private static boolean stillStands(PaymentRunView.Item item, Map<UUID, PayableItem> present) {
        PayableItem now = present.get(item.openItemId());
        return now != null && now.owed().compareTo(item.amount()) == 0;
    }

    /** The first thing that forbids the order now and that its approver did not decide about. */
    private static Optional<BlockedItem> obstacle(PaymentRunView.Order order, List<PayableItem> items) {
        for (PayableItem item : items) {
            Optional<BlockedItem> obstacle = PaymentPlan.unapproved(item)
                    .or(() -> account(item, order.iban()))
                    .or(() -> Accounts.coolingOff(item, order.iban(), order.payOn()))
                    .or(() -> item.isCredit() ? Optional.empty() : PaymentPlan.guarded(item, order.iban()))
                    .filter(found ->
                            order.letThrough() == null || order.letThrough().reason() != found.reason());
            if (obstacle.isPresent()) {
                return obstacle;
            }
        }
        return Optional.empty();
    }

    private static Optional<BlockedItem> account(PayableItem item, String iban) {
        Optional<PartyAccount> account = item.payee().accounts().stream()
                .filter(known -> known.iban().equals(iban))
                .findFirst();
        if (account.filter(PartyAccount::confirmed).isPresent()) {
            return Optional.empty();
        }
        BlockReason reason = account.isPresent() ? BlockReason.ACCOUNT_UNCONFIRMED : BlockReason.ACCOUNT_WITHDRAWN;
        return Optional.of(new BlockedItem(item, reason, Iban.grouped(iban)));
    }

    /** An order goes whole or not at all, so what is netted in it waits with it. */
    private static List<BlockedItem> all(BlockedItem first, List<PayableItem> items) {
        List<BlockedItem> all = new ArrayList<>();
        items.forEach(item -> all.add(new BlockedItem(item, first.reason(), first.detail())));
        return all;
    }
}
