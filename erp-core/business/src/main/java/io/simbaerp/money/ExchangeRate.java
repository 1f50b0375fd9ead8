package io.simbaerp.money;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A published mean rate: so many units of the base currency for one unit of the foreign one.
 *
 * @param date the day the table was published for
 * @param table the table's number at its source, such as {@code 225/A/NBP/2026}
 * @param source who published it: NBP, ECB, or a bank
 */
public record ExchangeRate(
        CurrencyCode currency, CurrencyCode base, BigDecimal rate, LocalDate date, String table, String source) {

    /** Amount in the base currency, rounded to its decimals. */
    public Money convert(Money foreign) {
        if (!foreign.currency().equals(currency)) {
            throw new IllegalArgumentException("A rate for " + currency + " can't convert " + foreign.currency());
        }
        return new Money(Rounding.convert(foreign.amount(), rate, base), base);
    }
}
