package io.simbaerp.tax;

import io.simbaerp.money.Money;
import java.math.BigDecimal;

/** How much of the input tax may be deducted. The rest is part of the cost. */
public enum Deduction {
    /** All of it. */
    FULL,
    /** None of it (art. 88 of the VAT act). */
    NONE,
    /** Half of it: cars of mixed use (art. 86a). */
    HALF,
    /** The company's proportion of the year (art. 90). */
    PROPORTION;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * The deductible part of a tax amount, rounded to the currency.
     *
     * @param proportionPercent the company's proportion, 0 to 100; used by {@link #PROPORTION} alone
     */
    public Money of(Money tax, BigDecimal proportionPercent) {
        return switch (this) {
            case FULL -> tax;
            case NONE -> Money.zero(tax.currency());
            case HALF -> new Money(tax.amount().divide(BigDecimal.valueOf(2)), tax.currency()).rounded();
            case PROPORTION ->
                new Money(tax.amount().multiply(proportionPercent).divide(HUNDRED), tax.currency()).rounded();
        };
    }
}
