package io.simbaerp.payment.proposal;

import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import java.util.ArrayList;
import java.util.List;

/** Finds what stands in the way of paying an item: all of it, since who lets an item through decides about what they saw. */
final class Obstacles {

    private Obstacles() {}

    /** Everything, in the order in which it is said; of an item another run holds only that, for that run shows the rest. */
    static List<Obstacle> of(PayableItem item, Accounts.Choice account, CurrencyCode wanted) {
        if (item.heldBy() != null) {
            return List.of(new Obstacle(BlockReason.IN_ANOTHER_RUN, item.heldBy()));
        }
        List<Obstacle> found = new ArrayList<>(unapproved(item));
        CurrencyCode currency = item.owed().currency();
        if (!currency.equals(CurrencyCode.PLN) && !currency.equals(CurrencyCode.EUR)) {
            found.add(new Obstacle(BlockReason.CURRENCY_REFUSED, currency.code()));
        } else if (!currency.equals(wanted)) {
            found.add(new Obstacle(BlockReason.OTHER_CURRENCY, currency.code()));
        }
        if (item.isCredit()) {
            return found;
        }
        found.addAll(paidBefore(item));
        account.blocked().ifPresent(found::add);
        found.addAll(guards(item, account.iban()));
        return found;
    }

    /** That nobody has approved who is to be paid. */
    static List<Obstacle> unapproved(PayableItem item) {
        return item.payee().approved()
                ? List.of()
                : List.of(new Obstacle(
                        BlockReason.SUPPLIER_NOT_APPROVED, item.payee().name()));
    }

    /** What stands in the way of paying a debt to this account, and an approver may decide about. */
    static List<Obstacle> guarded(PayableItem item, String iban) {
        List<Obstacle> found = new ArrayList<>(paidBefore(item));
        found.addAll(guards(item, iban));
        return found;
    }

    private static List<Obstacle> paidBefore(PayableItem item) {
        return item.voucher().paid() ? List.of(new Obstacle(BlockReason.PAID_BEFORE, "")) : List.of();
    }

    /** What the law asks of transfers in PLN. Of no account at all there is no proof either. */
    private static List<Obstacle> guards(PayableItem item, String iban) {
        if (!item.owed().currency().equals(CurrencyCode.PLN)) {
            return List.of();
        }
        List<Obstacle> found = new ArrayList<>();
        if (item.voucher().splitPayment()) {
            found.add(new Obstacle(BlockReason.SPLIT_PAYMENT, ""));
        }
        Money gross = item.voucher().gross();
        boolean above = gross.currency().equals(CurrencyCode.PLN) && gross.compareTo(PaymentPlan.WHITE_LIST_LIMIT) > 0;
        if (above && !item.proofs().contains(iban)) {
            found.add(new Obstacle(BlockReason.WHITE_LIST, iban));
        }
        return found;
    }
}
