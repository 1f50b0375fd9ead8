package io.simbaerp.invoice.registration;

import io.simbaerp.money.ExchangeRate;
import org.jspecify.annotations.Nullable;

/**
 * The two rates of an invoice, as far as they are there.
 *
 * @param ledger the last mean rate before the operation
 * @param vat the last mean rate before the tax point, or before an earlier invoice
 */
public record SettledRates(
        boolean needed,
        @Nullable ExchangeRate ledger,
        @Nullable ExchangeRate vat) {

    /** For an invoice in the company's own currency. */
    public static final SettledRates NOT_NEEDED = new SettledRates(false, null, null);

    public boolean isMissing() {
        return needed && (ledger == null || vat == null);
    }
}
