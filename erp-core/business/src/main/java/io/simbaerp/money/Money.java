package io.simbaerp.money;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;

/**
 * An amount and its currency. In REST it is {@code {"amount": "1542.68", "currency": "PLN"}}.
 *
 * @param amount exact; not rounded unless somebody said so
 */
public record Money(
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount, CurrencyCode currency)
        implements Comparable<Money> {

    /** @throws IllegalArgumentException if either is missing, as in a request that forgets the currency */
    public Money {
        if (amount == null || currency == null) {
            throw new IllegalArgumentException("Money needs an amount and a currency");
        }
    }

    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), CurrencyCode.of(currency));
    }

    public static Money zero(CurrencyCode currency) {
        return new Money(BigDecimal.ZERO.setScale(currency.decimals()), currency);
    }

    public Money plus(Money other) {
        return new Money(amount.add(sameCurrency(other)), currency);
    }

    public Money minus(Money other) {
        return new Money(amount.subtract(sameCurrency(other)), currency);
    }

    public Money negated() {
        return new Money(amount.negate(), currency);
    }

    public Money rounded() {
        return new Money(Rounding.toCurrency(amount, currency), currency);
    }

    /** The same amount with the currency's decimals at least and not one more than it needs. */
    public Money plain() {
        BigDecimal bare = amount.stripTrailingZeros();
        return new Money(bare.setScale(Math.max(bare.scale(), currency.decimals())), currency);
    }

    /** In hundredths of the currency, whatever its minor unit: how limits are compared. */
    public long hundredths() {
        return amount.movePointRight(2)
                .setScale(0, java.math.RoundingMode.HALF_UP)
                .longValueExact();
    }

    @JsonIgnore
    public boolean isZero() {
        return amount.signum() == 0;
    }

    @JsonIgnore
    public boolean isNegative() {
        return amount.signum() < 0;
    }

    /** @throws IllegalArgumentException if the currencies differ */
    @Override
    public int compareTo(Money other) {
        return amount.compareTo(sameCurrency(other));
    }

    private BigDecimal sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Amounts in " + currency + " and " + other.currency + " don't mix");
        }
        return other.amount;
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }
}
