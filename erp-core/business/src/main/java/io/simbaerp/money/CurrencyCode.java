package io.simbaerp.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Currency;

/** A currency by its ISO 4217 code, such as PLN. */
public record CurrencyCode(@JsonValue String code) {

    public static final CurrencyCode PLN = new CurrencyCode("PLN");
    public static final CurrencyCode EUR = new CurrencyCode("EUR");

    /** @throws IllegalArgumentException if ISO 4217 knows no such code */
    public CurrencyCode {
        Currency.getInstance(code);
    }

    @JsonCreator
    public static CurrencyCode of(String code) {
        return new CurrencyCode(code);
    }

    /** Decimals of the smallest unit: 2 for PLN, 0 for JPY, 3 for KWD. */
    public int decimals() {
        return Math.max(0, Currency.getInstance(code).getDefaultFractionDigits());
    }

    @Override
    public String toString() {
        return code;
    }
}
