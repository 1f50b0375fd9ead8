package io.simbaerp.ledger.allocation;

import io.simbaerp.ledger.Side;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import io.simbaerp.money.Rounding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An item and what is left of it, without signs.
 *
 * @param side on which side of the books it stands: DEBIT for claims, also for a debt that was taken back in red
 * @param left in its own currency
 * @param leftInBooks what that stands for in the company's currency
 */
public record ItemRest(
        UUID id,
        UUID partyId,
        String account,
        Side side,
        @Nullable String name,
        LocalDate dueDate,
        Money amount,
        Money left,
        Money baseAmount,
        Money leftInBooks) {

    /** The currency it is to be settled in. */
    public CurrencyCode currency() {
        return amount.currency();
    }

    /** What a part of it stands for: all that is left with the last part, its share before. */
    Money inBooks(Money part) {
        if (part.compareTo(left) >= 0) {
            return leftInBooks;
        }
        BigDecimal share = Rounding.toCurrency(
                baseAmount.amount().multiply(part.amount()).divide(amount.amount(), 10, RoundingMode.HALF_UP),
                baseAmount.currency());
        return new Money(share.min(leftInBooks.amount()), baseAmount.currency());
    }

    /** What is left after a part was taken. */
    ItemRest without(Money part) {
        return new ItemRest(
                id,
                partyId,
                account,
                side,
                name,
                dueDate,
                amount,
                left.minus(part),
                baseAmount,
                leftInBooks.minus(inBooks(part)));
    }
}
