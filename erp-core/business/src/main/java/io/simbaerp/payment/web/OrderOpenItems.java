package io.simbaerp.payment.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.ledger.OpenItems;
import io.simbaerp.page.Formats;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.list.BulkAction;
import io.simbaerp.payment.OrderOpenItem;
import io.simbaerp.payment.OrderableItems;
import io.simbaerp.payment.proposal.BlockedItem;
import io.simbaerp.payment.proposal.ProposalPlanner;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts open items, chosen from their list, on a payment proposal. */
@Component
class OrderOpenItems implements BulkAction {

    private static final String BLOCKED = "payment-run.item-blocked";

    private final OrderableItems orderable;
    private final OrderOpenItem orderOpenItem;
    private final RuleTexts texts;
    private final Formats formats;

    OrderOpenItems(OrderableItems orderable, OrderOpenItem orderOpenItem, RuleTexts texts, Formats formats) {
        this.orderable = orderable;
        this.orderOpenItem = orderOpenItem;
        this.texts = texts;
        this.formats = formats;
    }

    @Override
    public String key() {
        return "pay";
    }

    @Override
    public String list() {
        return OpenItems.LIST;
    }

    @Override
    public Duty duty() {
        return Duty.PROPOSE_PAYMENT;
    }

    @Override
    public List<Item> preview(List<UUID> ids) {
        return orderable.of(ids).stream().map(this::item).toList();
    }

    @Override
    public void run(UUID id, @Nullable String seen, @Nullable String reason) {
        orderOpenItem.order(id).ifPresent(blocked -> {
            throw new RuleViolation(BLOCKED, words(blocked));
        });
    }

    private Item item(ProposalPlanner.Single single) {
        String name = "%s, %s, %s"
                .formatted(
                        single.item().payee().name(),
                        single.item().voucher().number(),
                        formats.money(single.item().owed()));
        UUID id = single.item().openItemId();
        if (single.item().owed().isZero()) {
            return new Item(id, name, "payment-run.nothing-owed");
        }
        return single.plan().blocked().stream()
                .findFirst()
                .map(blocked -> new Item(id, name, BLOCKED, null, List.of(words(blocked))))
                .orElseGet(() -> new Item(id, name, null));
    }

    private String words(BlockedItem blocked) {
        return BlockedWords.of(blocked.obstacles(), texts);
    }
}
