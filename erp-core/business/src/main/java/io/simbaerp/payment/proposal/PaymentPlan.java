package io.simbaerp.payment.proposal;

import io.simbaerp.company.bankaccount.BankProfile;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a run would order and what it would not, with every reason. Pure: the same items give the same plan. */
public record PaymentPlan(List<PlannedOrder> orders, List<BlockedItem> blocked) {

    /** Above this gross amount a payment between businesses goes to an account of the White List (CIT act, art. 15d). */
    public static final Money WHITE_LIST_LIMIT = Money.of("15000.00", "PLN");

    public PaymentPlan {
        orders = List.copyOf(orders);
        blocked = List.copyOf(blocked);
    }

    /** Whether nobody is owed anything: no order, and nothing blocked but credits that wait for an invoice. */
    public boolean owesNothing() {
        return orders.isEmpty()
                && blocked.stream().allMatch(left -> left.item().owed().isNegative());
    }

    /**
     * Under which a run is put together.
     *
     * @param currency of the account paid from
     * @param payOn the day on which everything is paid; without it, each item on its due day or today
     */
    public record Terms(
            CurrencyCode currency,
            BankProfile profile,
            LocalDate today,
            @Nullable LocalDate payOn) {}

    public static PaymentPlan of(List<PayableItem> items, Terms terms) {
        List<BlockedItem> blocked = new ArrayList<>();
        Map<UUID, Payee> payees = new LinkedHashMap<>();
        for (PayableItem item : items) {
            Accounts.Choice account = Accounts.choose(item, day(List.of(item), terms));
            List<Obstacle> obstacles = Obstacles.of(item, account, terms.currency());
            if (!obstacles.isEmpty()) {
                blocked.add(new BlockedItem(item, obstacles));
                continue;
            }
            Payee payee = payees.computeIfAbsent(item.payee().id().value(), id -> new Payee());
            if (item.isCredit()) {
                payee.credits.add(item);
            } else {
                payee.debts
                        .computeIfAbsent(account.iban(), iban -> new ArrayList<>())
                        .add(item);
            }
        }
        List<PlannedOrder> orders = new ArrayList<>();
        payees.values().forEach(payee -> payee.settle(terms, orders, blocked));
        orders.sort(Comparator.comparing(PlannedOrder::payOn)
                .thenComparing(order -> order.payee().name())
                .thenComparing(PlannedOrder::title));
        return new PaymentPlan(orders, blocked);
    }

    /**
     * The order of an item an approver lets through: alone, whatever else its payee gets.
     *
     * @param seen what they were shown and decided about; nothing else may stand in the way
     */
    public static Optional<PlannedOrder> alone(PayableItem item, Terms terms, List<BlockReason> seen) {
        Accounts.Choice account = Accounts.choose(item, day(List.of(item), terms));
        boolean decided = seen.stream().allMatch(BlockReason::mayBeLetThrough)
                && unseen(item, terms, seen).isEmpty();
        if (!decided || item.isCredit()) {
            return Optional.empty();
        }
        PaymentKind kind = item.voucher().splitPayment() ? PaymentKind.SPLIT : kind(terms);
        return Optional.of(order(kind, account.iban(), List.of(item), terms));
    }

    /** What stands in the way of an item besides. */
    public static List<BlockReason> unseen(PayableItem item, Terms terms, List<BlockReason> seen) {
        return Obstacles.of(item, Accounts.choose(item, day(List.of(item), terms)), terms.currency()).stream()
                .map(Obstacle::reason)
                .filter(reason -> !seen.contains(reason))
                .toList();
    }

    private static PlannedOrder order(PaymentKind kind, String iban, List<PayableItem> items, Terms terms) {
        PayableItem first = items.get(0);
        Money amount = items.stream().map(PayableItem::owed).reduce(Money.zero(terms.currency()), Money::plus);
        BankProfile.CharacterSet characters = kind == PaymentKind.SEPA
                ? BankProfile.CharacterSet.LATIN
                : terms.profile().characterSet();
        return new PlannedOrder(
                kind,
                first.payee(),
                iban,
                amount,
                day(items, terms),
                kind == PaymentKind.SPLIT
                        ? PaymentTitle.ofSplit(first, terms.profile())
                        : PaymentTitle.of(items, characters),
                List.copyOf(items));
    }

    /** The due day, but neither before today nor on a day on which banks move nothing. */
    private static LocalDate day(List<PayableItem> items, Terms terms) {
        LocalDate due = items.stream()
                .filter(item -> !item.isCredit())
                .map(PayableItem::dueDate)
                .min(Comparator.naturalOrder())
                .orElse(terms.today());
        LocalDate wanted = terms.payOn() == null ? due : terms.payOn();
        return BankDays.of(terms.currency()).onOrAfter(wanted.isBefore(terms.today()) ? terms.today() : wanted);
    }

    private static PaymentKind kind(Terms terms) {
        return terms.currency().equals(CurrencyCode.EUR) ? PaymentKind.SEPA : PaymentKind.DOMESTIC;
    }

    /** What one payee is to get, by account, and the credits it granted. */
    private static final class Payee {

        private final Map<String, List<PayableItem>> debts = new LinkedHashMap<>();
        private final List<PayableItem> credits = new ArrayList<>();

        /** Credits go against the account that gets most, the oldest first, as long as something is left to pay. */
        void settle(Terms terms, List<PlannedOrder> orders, List<BlockedItem> blocked) {
            String main = debts.entrySet().stream()
                    .max(Map.Entry.comparingByValue(Comparator.comparing(Payee::sum)))
                    .map(Map.Entry::getKey)
                    .orElse("");
            List<PayableItem> netted = new ArrayList<>();
            BigDecimal left = sum(debts.getOrDefault(main, List.of()));
            for (PayableItem credit : credits) {
                if (left.add(credit.owed().amount()).signum() > 0) {
                    netted.add(credit);
                    left = left.add(credit.owed().amount());
                } else {
                    blocked.add(new BlockedItem(credit, List.of(new Obstacle(BlockReason.CREDIT_LEFT, ""))));
                }
            }
            if (!netted.isEmpty()) {
                orders.add(order(kind(terms), main, covered(netted, debts.get(main)), terms));
            }
            debts.forEach(
                    (iban, items) -> items.forEach(item -> orders.add(order(kind(terms), iban, List.of(item), terms))));
        }

        /** Takes as few debts out, the largest first, as more than cover the credits; debts, then credits. */
        private static List<PayableItem> covered(List<PayableItem> netted, @Nullable List<PayableItem> open) {
            List<PayableItem> together = new ArrayList<>();
            BigDecimal left = sum(netted);
            List<PayableItem> largestFirst = new ArrayList<>(open == null ? List.of() : open);
            largestFirst.sort(Comparator.comparing(item -> item.owed().amount().negate()));
            for (PayableItem debt : largestFirst) {
                if (left.signum() > 0) {
                    break;
                }
                together.add(debt);
                left = left.add(debt.owed().amount());
            }
            if (open != null) {
                open.removeAll(together);
            }
            together.addAll(netted);
            return together;
        }

        private static BigDecimal sum(List<PayableItem> items) {
            return items.stream().map(item -> item.owed().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }
}
