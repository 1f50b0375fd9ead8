package io.simbaerp.invoice.registration;

import io.simbaerp.company.CurrentCompany;
import io.simbaerp.company.ExchangeRates;
import io.simbaerp.money.CurrencyCode;
import org.springframework.stereotype.Component;

/** Finds the rates of an invoice among those the company has. */
@Component
public class RateSettlement {

    private final ExchangeRates rates;
    private final CurrentCompany currentCompany;
    private final LookingUp lookingUp;

    RateSettlement(ExchangeRates rates, CurrentCompany currentCompany, LookingUp lookingUp) {
        this.rates = rates;
        this.currentCompany = currentCompany;
        this.lookingUp = lookingUp;
    }

    /** The rates for an invoice in this currency with these dates. */
    public SettledRates settle(CurrencyCode currency, InvoiceDates dates) {
        if (currency.equals(currentCompany.get().baseCurrency())) {
            return SettledRates.NOT_NEEDED;
        }
        return lookingUp.in(() -> new SettledRates(
                true,
                rates.lastBefore(currency, dates.ledgerRateDay()).orElse(null),
                rates.lastBefore(currency, dates.vatRateDay()).orElse(null)));
    }
}
