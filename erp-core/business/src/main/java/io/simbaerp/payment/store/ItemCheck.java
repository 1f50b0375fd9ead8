package io.simbaerp.payment.store;

import io.simbaerp.ledger.OpenItems;
import io.simbaerp.ledger.OpenItems.OpenItemView;
import io.simbaerp.payment.PaymentRunView;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whether what a run is about to pay is still owed, for the books go on while a run waits for its approver. */
@Component
public class ItemCheck {

    private final OpenItems openItems;

    ItemCheck(OpenItems openItems) {
        this.openItems = openItems;
    }

    /** Whether each item of the run is open with exactly the amount the run pays. */
    public boolean stillStands(PaymentRunView run) {
        List<PaymentRunView.Item> items =
                run.orders().stream().flatMap(order -> order.items().stream()).toList();
        Map<UUID, OpenItemView> open =
                openItems
                        .ofIds(items.stream()
                                .map(PaymentRunView.Item::openItemId)
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(OpenItemView::id, item -> item));
        return items.stream().allMatch(item -> {
            OpenItemView present = open.get(item.openItemId());
            return present != null && present.owed().compareTo(item.amount()) == 0;
        });
    }
}
