package io.simbaerp.ledger.allocation.web;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.ledger.allocation.ItemRest;
import io.simbaerp.ledger.allocation.SettlementDraft;
import io.simbaerp.money.Money;
import io.simbaerp.page.EnteredNumber;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.util.MultiValueMap;

/**
 * What somebody chose to settle: the items ticked, and the amounts typed where only a part is meant.
 *
 * @param key made with the empty form, so that sending it twice settles once
 */
record SettlementForm(String key, String day, String reason, Set<String> taken, Map<String, String> amounts) {

    static SettlementForm empty(String key, LocalDate today, String item) {
        return new SettlementForm(key, today.toString(), "", item.isEmpty() ? Set.of() : Set.of(item), Map.of());
    }

    static SettlementForm of(MultiValueMap<String, String> sent) {
        Map<String, String> amounts = new HashMap<>();
        List<String> items = sent.getOrDefault("item", List.of());
        List<String> typed = sent.getOrDefault("amount", List.of());
        for (int i = 0; i < Math.min(items.size(), typed.size()); i++) {
            amounts.put(items.get(i), typed.get(i).strip());
        }
        return new SettlementForm(
                first(sent, "key"),
                first(sent, "day"),
                first(sent, "reason").strip(),
                new HashSet<>(sent.getOrDefault("take", List.of())),
                amounts);
    }

    /** What was typed beside an item. */
    public String amount(UUID item) {
        return amounts.getOrDefault(item.toString(), "");
    }

    /** Whether the item is ticked. */
    public boolean takes(UUID item) {
        return taken.contains(item.toString());
    }

    /** @throws RuleViolation settlement.day-unreadable */
    static LocalDate day(String typed, LocalDate today) {
        try {
            return typed.isBlank() ? today : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException e) {
            throw RuleViolation.ofField("day", "settlement.day-unreadable", typed);
        }
    }

    /**
     * The parts of the items that are chosen: a ticked item whole unless an amount is typed beside it.
     *
     * @throws RuleViolation settlement.amount-unreadable
     */
    List<SettlementDraft.Part> parts(List<ItemRest> items) {
        List<SettlementDraft.Part> parts = new ArrayList<>();
        for (ItemRest item : items) {
            String typed = amount(item.id());
            if (!typed.isEmpty()) {
                parts.add(new SettlementDraft.Part(item.id(), amount(item, typed)));
            } else if (takes(item.id())) {
                parts.add(new SettlementDraft.Part(item.id(), item.left()));
            }
        }
        return parts;
    }

    private static Money amount(ItemRest item, String typed) {
        String plain = String.valueOf(EnteredNumber.plain(typed));
        if (!plain.matches("[-+]?[0-9]{1,15}(\\.[0-9]{1,4})?")) {
            throw RuleViolation.ofField(
                    "amount-" + item.id(), "settlement.amount-unreadable", String.valueOf(item.name()), typed);
        }
        return new Money(new BigDecimal(plain), item.currency());
    }

    private static String first(MultiValueMap<String, String> sent, String name) {
        String value = sent.getFirst(name);
        return value == null ? "" : value;
    }
}
