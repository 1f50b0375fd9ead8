package io.simbaerp.invoice.budget;

import io.simbaerp.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A budget as an invoice meets it, in the company's currency.
 *
 * @param account the account with those below it; nothing for all
 * @param used what the books say
 * @param committed what other invoices add that are coded and not in the books yet
 * @param added what this one adds
 */
public record BudgetLeft(
        String costCentre, @Nullable String account, Money amount, Money used, Money committed, Money added) {

    /** What is left once this one is in the books; negative where it goes beyond. */
    public Money left() {
        return amount.minus(used).minus(committed).minus(added);
    }

    public boolean over() {
        return left().isNegative();
    }

    /** By how much it goes beyond. */
    public Money beyond() {
        return left().negated();
    }
}
