package io.simbaerp.expense.store;

import io.simbaerp.company.BusinessDay;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.company.NumberSeries;
import io.simbaerp.money.CurrencyCode;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What a claim's number, its days and the company's currency come from. */
@Component
record ClaimNumbering(NumberSeries numbers, BusinessDay businessDay, CurrentCompany currentCompany) {

    CurrencyCode base() {
        return currentCompany.get().baseCurrency();
    }

    String next() {
        int year = businessDay.today().getYear();
        return String.format(Locale.ROOT, "EX/%d/%05d", year, numbers.next("expense-claim", year));
    }
}
