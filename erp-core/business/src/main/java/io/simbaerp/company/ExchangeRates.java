package io.simbaerp.company;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.ExchangeRate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The mean rates the company works with. */
@Query(Duty.VIEW_EXCHANGE_RATE)
public class ExchangeRates {

    private static final int OLDEST_USABLE_DAYS = 10;

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final CurrentCompany currentCompany;

    ExchangeRates(JdbcClient jdbc, CurrentActor currentActor, CurrentCompany currentCompany) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.currentCompany = currentCompany;
    }

    /**
     * The rate that VAT law (art. 31a) and the accounting act (art. 30) ask for: the latest one published strictly before
     * the day. One older than ten days is no rate: then a table is missing.
     */
    public Optional<ExchangeRate> lastBefore(CurrencyCode currency, LocalDate day) {
        return jdbc.sql("""
                        select currency, mid, rate_date, table_number, source
                          from company.exchange_rate
                         where company_id = :company and currency = :currency
                           and rate_date < :day and rate_date >= :oldest
                         order by rate_date desc, recorded_at desc limit 1""")
                .param("company", currentActor.company().value())
                .param("currency", currency.code())
                .param("day", day)
                .param("oldest", day.minusDays(OLDEST_USABLE_DAYS))
                .query(rate())
                .optional();
    }

    private RowMapper<ExchangeRate> rate() {
        CurrencyCode base = currentCompany.get().baseCurrency();
        return (ResultSet row, int n) -> rate(row, base);
    }

    private static ExchangeRate rate(ResultSet row, CurrencyCode base) throws SQLException {
        return new ExchangeRate(
                CurrencyCode.of(row.getString("currency")),
                base,
                row.getBigDecimal("mid").stripTrailingZeros(),
                row.getObject("rate_date", LocalDate.class),
                row.getString("table_number"),
                row.getString("source"));
    }
}
