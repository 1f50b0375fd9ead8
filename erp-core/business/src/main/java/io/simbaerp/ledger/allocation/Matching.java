package io.simbaerp.ledger.allocation;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.ledger.Side;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import io.simbaerp.money.Rounding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Says which part of which claim settles which part of which debt: the same currency first and by due date, what is left
 * across currencies in proportion.
 */
final class Matching {

    /** A claim and a debt that settle each other in parts, each in its own currency. */
    record Pair(ItemRest claim, Money ofClaim, Money claimInBooks, ItemRest debt, Money ofDebt, Money debtInBooks) {

        /** What is left in the books when both are gone: a loss, or a gain if negative. */
        Money difference() {
            return claimInBooks.minus(debtInBooks);
        }

        /** Whether nothing moves but the difference. */
        boolean staysInPlace() {
            return claim.account().equals(debt.account()) && claim.currency().equals(debt.currency());
        }
    }

    /** An item and how much of it still seeks its counterpart. */
    private static final class Seeking {

        private ItemRest item;
        private Money sought;

        Seeking(ItemRest item, Money sought) {
            this.item = item;
            this.sought = sought;
        }

        Money take(Money part) {
            Money inBooks = item.inBooks(part);
            item = item.without(part);
            sought = sought.minus(part);
            return inBooks;
        }
    }

    private final List<Pair> pairs = new ArrayList<>();
    private final List<Seeking> claims = new ArrayList<>();
    private final List<Seeking> debts = new ArrayList<>();

    private Matching() {}

    /** One of the items with how much of it is to be settled. */
    record Wanted(ItemRest item, Money part) {}

    /** @throws RuleViolation settlement.unbalanced, settlement.one-sided, settlement.currencies-mixed, settlement.part-too-small */
    static List<Pair> of(List<Wanted> wanted) {
        Matching matching = new Matching();
        for (Wanted one : wanted) {
            (one.item().side() == Side.DEBIT ? matching.claims : matching.debts)
                    .add(new Seeking(one.item(), one.part()));
        }
        if (matching.claims.isEmpty() || matching.debts.isEmpty()) {
            throw new RuleViolation("settlement.one-sided");
        }
        matching.pairSameCurrency();
        matching.pairAcrossCurrencies();
        return List.copyOf(matching.pairs);
    }

    private void pairSameCurrency() {
        for (Seeking debt : debts) {
            for (Seeking claim : claims) {
                if (claim.item.currency().equals(debt.item.currency())) {
                    pair(claim, debt, claim.sought.compareTo(debt.sought) <= 0 ? claim.sought : debt.sought, null);
                }
            }
        }
        claims.removeIf(claim -> claim.sought.isZero());
        debts.removeIf(debt -> debt.sought.isZero());
    }

    private void pairAcrossCurrencies() {
        if (claims.isEmpty() && debts.isEmpty()) {
            return;
        }
        if (claims.isEmpty() || debts.isEmpty()) {
            List<Seeking> over = claims.isEmpty() ? debts : claims;
            throw new RuleViolation(
                    "settlement.unbalanced", sum(over, over.get(0).item.currency()));
        }
        if (currencies(claims) > 1 || currencies(debts) > 1) {
            throw new RuleViolation("settlement.currencies-mixed");
        }
        Money ofClaims = sum(claims, claims.get(0).item.currency());
        Money ofDebts = sum(debts, debts.get(0).item.currency());
        Deque<Seeking> waiting = new ArrayDeque<>(claims);
        Money debtsDone = Money.zero(ofDebts.currency());
        Money claimsDone = Money.zero(ofClaims.currency());
        for (Seeking debt : debts) {
            debtsDone = debtsDone.plus(debt.sought);
            Money until = share(ofClaims, debtsDone, ofDebts);
            spread(debt, until.minus(claimsDone), waiting);
            claimsDone = until;
        }
    }

    /** Settles what is left of a debt by the next claims, up to this sum of theirs. */
    private void spread(Seeking debt, Money worth, Deque<Seeking> waiting) {
        Money owed = debt.sought;
        Money done = Money.zero(worth.currency());
        Money paid = Money.zero(owed.currency());
        while (done.compareTo(worth) < 0) {
            Seeking claim = waiting.element();
            Money open = worth.minus(done);
            Money part = claim.sought.compareTo(open) <= 0 ? claim.sought : open;
            done = done.plus(part);
            Money until = share(owed, done, worth);
            pair(claim, debt, part, until.minus(paid));
            paid = until;
            if (claim.sought.isZero()) {
                waiting.remove();
            }
        }
        if (!debt.sought.isZero()) {
            throw new RuleViolation("settlement.part-too-small", String.valueOf(debt.item.name()));
        }
    }

    private void pair(Seeking claim, Seeking debt, Money ofClaim, @Nullable Money across) {
        Money ofDebt = across == null ? ofClaim : across;
        if (ofClaim.isZero() && ofDebt.isZero()) {
            return;
        }
        if (ofClaim.isZero() || ofDebt.isZero()) {
            throw new RuleViolation("settlement.part-too-small", String.valueOf(debt.item.name()));
        }
        ItemRest claimed = claim.item;
        ItemRest owed = debt.item;
        pairs.add(new Pair(claimed, ofClaim, claim.take(ofClaim), owed, ofDebt, debt.take(ofDebt)));
    }

    private static Money share(Money whole, Money part, Money of) {
        BigDecimal share = whole.amount().multiply(part.amount()).divide(of.amount(), 10, RoundingMode.HALF_UP);
        return new Money(Rounding.toCurrency(share, whole.currency()), whole.currency());
    }

    private static int currencies(List<Seeking> items) {
        TreeSet<String> codes = new TreeSet<>();
        items.forEach(one -> codes.add(one.item.currency().code()));
        return codes.size();
    }

    private static Money sum(List<Seeking> items, CurrencyCode currency) {
        return items.stream()
                .filter(one -> one.item.currency().equals(currency))
                .map(one -> one.sought)
                .reduce(Money.zero(currency), Money::plus);
    }
}
