package io.simbaerp.approval.limit;

import io.simbaerp.money.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A limit and how much of it is used, as one approval meets it.
 *
 * @param costCentre at which cost centre, where each is counted apart
 * @param used what counts of the last days
 * @param added what this approval would add
 */
public record ReachedLimit(UUID id, @Nullable String costCentre, int days, Money amount, Money used, Money added) {

    /** What may still be approved; nothing below zero. */
    public Money left() {
        Money left = amount.minus(used);
        return left.isNegative() ? Money.zero(left.currency()) : left;
    }

    public boolean exceeded() {
        return used.plus(added).compareTo(amount) > 0;
    }
}
