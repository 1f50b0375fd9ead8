package io.simbaerp.company.basecurrency;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.company.ExchangeRates;
import io.simbaerp.money.Money;

/** What an amount is in the company's currency today, for limits; books have rates of their own. */
@Query(Duty.BELONG_TO_COMPANY)
public class BaseAmounts {

    private final CurrentCompany currentCompany;
    private final ExchangeRates rates;
    private final BusinessDay businessDay;

    BaseAmounts(CurrentCompany currentCompany, ExchangeRates rates, BusinessDay businessDay) {
        this.currentCompany = currentCompany;
        this.rates = rates;
        this.businessDay = businessDay;
    }

    /** In hundredths; what can't be converted, since no rate is there, is beyond every limit. */
    public long hundredths(Money money) {
        if (money.currency().equals(currentCompany.get().baseCurrency())) {
            return money.hundredths();
        }
        return rates.lastBefore(money.currency(), businessDay.today().plusDays(1))
                .map(rate -> rate.convert(money).hundredths())
                .orElse(Long.MAX_VALUE);
    }
}
