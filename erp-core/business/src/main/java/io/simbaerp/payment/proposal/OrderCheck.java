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
            List<BlockedItem> left = leftBehind(order, items);
            if (!left.isEmpty()) {
                blocked.put(order.id(), left);
            }
        }
        return new Result(false, blocked);
    }

    private static boolean stillStands(PaymentRunView.Item item, Map<UUID, PayableItem> present) {
        PayableItem now = present.get(item.openItemId());
        return now != null && now.owed().compareTo(item.amount()) == 0;
    }

    /** An order goes whole or not at all, so what is netted in it waits with what must not go. */
    private static List<BlockedItem> leftBehind(PaymentRunView.Order order, List<PayableItem> items) {
        Map<PayableItem, List<Obstacle>> found = new LinkedHashMap<>();
        items.forEach(item -> found.put(item, obstacles(order, item)));
        List<Obstacle> first = found.values().stream()
                .filter(obstacles -> !decided(order, obstacles))
                .findFirst()
                .orElse(List.of());
        return first.isEmpty()
                ? List.of()
                : found.entrySet().stream()
                        .map(each ->
                                new BlockedItem(each.getKey(), each.getValue().isEmpty() ? first : each.getValue()))
                        .toList();
    }

    /** Everything that forbids paying the item by this order now. */
    private static List<Obstacle> obstacles(PaymentRunView.Order order, PayableItem item) {
        List<Obstacle> found = new ArrayList<>(Obstacles.unapproved(item));
        account(item, order.iban()).ifPresent(found::add);
        Accounts.coolingOff(item, order.iban(), order.payOn()).ifPresent(found::add);
        if (!item.isCredit()) {
            found.addAll(Obstacles.guarded(item, order.iban()));
        }
        return found;
    }

    /** Whether the approver who let the order through saw all of it. */
    private static boolean decided(PaymentRunView.Order order, List<Obstacle> obstacles) {
        List<BlockReason> seen =
                order.letThrough() == null ? List.of() : order.letThrough().reasons();
        return obstacles.stream().map(Obstacle::reason).allMatch(seen::contains);
    }

    private static Optional<Obstacle> account(PayableItem item, String iban) {
        Optional<PartyAccount> account = item.payee().accounts().stream()
                .filter(known -> known.iban().equals(iban))
                .findFirst();
        if (account.filter(PartyAccount::confirmed).isPresent()) {
            return Optional.empty();
        }
        BlockReason reason = account.isPresent() ? BlockReason.ACCOUNT_UNCONFIRMED : BlockReason.ACCOUNT_WITHDRAWN;
        return Optional.of(new Obstacle(reason, Iban.grouped(iban)));
    }
}
