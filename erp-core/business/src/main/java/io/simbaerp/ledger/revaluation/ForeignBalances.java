package io.simbaerp.ledger.revaluation;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.ExchangeRate;
import io.simbaerp.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What accounts kept in one foreign currency hold at the end of a day. Control accounts are valued item by item instead. */
@Component
class ForeignBalances {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    ForeignBalances(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** Those that hold anything, in either currency. */
    List<RevaluationPlan.Account> at(LocalDate day, CurrencyCode base, Function<CurrencyCode, ExchangeRate> rates) {
        String language = LocaleContextHolder.getLocale().getLanguage();
        return jdbc.sql("""
                        select b.account_id, a.code, case when :language = 'pl' then a.name_pl else a.name_en end as name,
                               b.currency, b.balance, b.carried
                          from ledger.foreign_balances(:day, :base) b
                          join ledger.account a on a.company_id = :company and a.id = b.account_id
                         where b.balance <> 0 or b.carried <> 0
                         order by a.code""")
                .param("company", currentActor.company().value())
                .param("language", language)
                .param("day", day)
                .param("base", base.code())
                .query((row, n) -> {
                    CurrencyCode currency = CurrencyCode.of(row.getString("currency"));
                    ExchangeRate rate = rates.apply(currency);
                    Money balance = new Money(row.getBigDecimal("balance"), currency).rounded();
                    return new RevaluationPlan.Account(
                            row.getObject("account_id", UUID.class),
                            row.getString("code"),
                            row.getString("name"),
                            balance,
                            new Money(row.getBigDecimal("carried"), base).rounded(),
                            rate,
                            rate.convert(balance));
                })
                .list();
    }
}
