package io.simbaerp.company;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.money.CurrencyCode;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Adds one published mean rate by hand. */
@UseCase(Duty.MAINTAIN_EXCHANGE_RATE)
public class AddExchangeRate {

    /**
     * A rate as somebody read it from a table.
     *
     * @param mid units of the company's currency for one unit of the foreign one
     */
    public record Draft(CurrencyCode currency, LocalDate date, BigDecimal mid, String table, String source) {}

    AddExchangeRate() {}

    /** Adds the rate; the very same rate again changes nothing. */
    public void add(Draft draft) {
        throw new UnsupportedOperationException();
    }
}
