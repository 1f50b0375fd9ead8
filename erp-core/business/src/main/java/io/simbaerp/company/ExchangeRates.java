package io.simbaerp.company;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.ExchangeRate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The mean rates the company works with. */
@Query(Duty.VIEW_EXCHANGE_RATE)
public class ExchangeRates {

    private static final int OLDEST_USABLE_DAYS = 10;

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final CurrentCompany currentCompany;
    private final RateRecording recording;

    ExchangeRates(JdbcClient jdbc, CurrentActor currentActor, CurrentCompany currentCompany, RateRecording recording) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.currentCompany = currentCompany;
        this.recording = recording;
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
                         order by rate_date desc, source = 'NBP' desc, recorded_at desc limit 1""")
                .param("company", currentActor.company().value())
                .param("currency", currency.code())
                .param("day", day)
                .param("oldest", day.minusDays(OLDEST_USABLE_DAYS))
                .query(rate())
                .optional();
    }

    /**
     * The rate for valuing at the end of a day (accounting act, art. 30): the latest one this source published until then.
     * One older than ten days is no rate.
     */
    public Optional<ExchangeRate> lastUntil(CurrencyCode currency, LocalDate day, String source) {
        return jdbc.sql("""
                        select currency, mid, rate_date, table_number, source
                          from company.exchange_rate
                         where company_id = :company and currency = :currency and source = :source
                           and rate_date <= :day and rate_date >= :oldest
                         order by rate_date desc limit 1""")
                .param("company", currentActor.company().value())
                .param("currency", currency.code())
                .param("source", source)
                .param("day", day)
                .param("oldest", day.minusDays(OLDEST_USABLE_DAYS))
                .query(rate())
                .optional();
    }

    /**
     * Published rates, newest day first.
     *
     * @param currency one currency, or null for all
     * @param after the {@link ExchangeRateRow#cursor()} of the last row seen, or null for the first page
     */
    public List<ExchangeRateRow> list(@Nullable CurrencyCode currency, @Nullable String after, int limit) {
        ExchangeRateRow.Cursor cursor = ExchangeRateRow.Cursor.parse(after);
        RowMapper<ExchangeRate> rate = rate();
        return jdbc.sql("""
                        select id, currency, mid, rate_date, table_number, source, recorded_at, recorded_by
                          from company.exchange_rate
                         where company_id = :company and (:currency::text is null or currency = :currency)
                           and (:afterDay::date is null or rate_date < :afterDay
                                or (rate_date = :afterDay and (currency, id) > (:afterCurrency, :afterId)))
                         order by rate_date desc, currency, id limit :limit""")
                .param("company", currentActor.company().value())
                .param("currency", currency == null ? null : currency.code(), Types.CHAR)
                .param("afterDay", cursor == null ? null : cursor.day(), Types.DATE)
                .param("afterCurrency", cursor == null ? null : cursor.currency(), Types.CHAR)
                .param("afterId", cursor == null ? null : cursor.id(), Types.OTHER)
                .param("limit", limit)
                .query((row, n) -> new ExchangeRateRow(
                        row.getObject("id", UUID.class),
                        Objects.requireNonNull(rate.mapRow(row, n)),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        row.getString("recorded_by")))
                .list();
    }

    /** The currencies there are rates for. */
    public List<CurrencyCode> currencies() {
        return jdbc.sql("select distinct currency from company.exchange_rate where company_id = :company order by 1")
                .param("company", currentActor.company().value())
                .query((row, n) -> CurrencyCode.of(row.getString(1)))
                .list();
    }

    /** What importing this file would do, without doing it. */
    public ExchangeRateImport preview(String csv) {
        return recording.judge(ExchangeRateFile.read(csv));
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
