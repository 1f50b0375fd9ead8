package io.simbaerp.ledger.allocation;

import io.simbaerp.ledger.LineDraft;
import io.simbaerp.ledger.Side;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The lines that keep the books in step with a settlement: what the accounts of its items hold too much goes to gain or
 * loss, and what is settled across accounts or currencies moves.
 */
final class SettlementEntry {

    /** Where an amount goes: moves of both directions stay apart, and both from mere differences. */
    private record Place(String account, CurrencyCode currency, boolean difference, Side side) {}

    private record Sum(Money base, Money foreign) {

        Sum plus(Money moreBase, Money moreForeign) {
            return new Sum(base.plus(moreBase), foreign.plus(moreForeign));
        }
    }

    private final CurrencyCode base;
    private final UUID party;
    private final Map<Place, Sum> sums = new LinkedHashMap<>();
    private Money gain;
    private Money loss;

    SettlementEntry(CurrencyCode base, UUID party, List<Matching.Pair> pairs) {
        this.base = base;
        this.party = party;
        this.gain = Money.zero(base);
        this.loss = Money.zero(base);
        pairs.forEach(this::add);
    }

    /** What was won by the rates. */
    Money gain() {
        return gain;
    }

    /** What was lost by them. */
    Money loss() {
        return loss;
    }

    private void add(Matching.Pair pair) {
        Money difference = pair.difference();
        if (difference.isNegative()) {
            gain = gain.minus(difference);
        } else {
            loss = loss.plus(difference);
        }
        ItemRest claim = pair.claim();
        ItemRest debt = pair.debt();
        if (pair.staysInPlace()) {
            sums.merge(
                    new Place(claim.account(), claim.currency(), true, Side.CREDIT),
                    new Sum(difference, Money.zero(claim.currency())),
                    (old, more) -> old.plus(more.base(), more.foreign()));
            return;
        }
        sums.merge(
                new Place(claim.account(), claim.currency(), false, Side.CREDIT),
                new Sum(pair.claimInBooks(), pair.ofClaim()),
                (old, more) -> old.plus(more.base(), more.foreign()));
        sums.merge(
                new Place(debt.account(), debt.currency(), false, Side.DEBIT),
                new Sum(pair.debtInBooks(), pair.ofDebt()),
                (old, more) -> old.plus(more.base(), more.foreign()));
    }

    /** Whether anything has to be posted. */
    boolean isEmpty() {
        return gain.isZero()
                && loss.isZero()
                && sums.values().stream().allMatch(sum -> sum.base().isZero());
    }

    /** The lines, gain and loss last. */
    List<LineDraft> lines(String gainAccount, String lossAccount) {
        List<LineDraft> lines = new ArrayList<>();
        sums.forEach((place, sum) -> {
            if (!sum.base().isZero()) {
                lines.add(line(place, sum));
            }
        });
        if (!loss.isZero()) {
            lines.add(LineDraft.of(lossAccount, Side.DEBIT, loss));
        }
        if (!gain.isZero()) {
            lines.add(LineDraft.of(gainAccount, Side.CREDIT, gain));
        }
        return lines;
    }

    private LineDraft line(Place place, Sum sum) {
        boolean turned = sum.base().isNegative();
        return new LineDraft(
                place.account(),
                turned ? place.side().opposite() : place.side(),
                turned ? sum.base().negated() : sum.base(),
                place.currency().equals(base) ? null : sum.foreign(),
                null,
                party,
                null,
                null,
                null,
                null,
                false,
                false);
    }
}
