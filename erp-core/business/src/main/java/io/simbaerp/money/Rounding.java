package io.simbaerp.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The one place where amounts are rounded: commercially, half away from zero, as VAT law and banks do. */
public final class Rounding {

    private Rounding() {}

    /** Rounds to the decimals of the currency. */
    public static BigDecimal toCurrency(BigDecimal amount, CurrencyCode currency) {
        return amount.setScale(currency.decimals(), RoundingMode.HALF_UP);
    }

    /** Converts at a rate (units of the target for one unit of the source) and rounds to the target's decimals. */
    public static BigDecimal convert(BigDecimal amount, BigDecimal rate, CurrencyCode target) {
        return toCurrency(amount.multiply(rate), target);
    }
}
