package io.simbaerp.expense.reckoning;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.company.ExchangeRates;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.ExchangeRate;
import io.simbaerp.money.Money;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reckons what a line is worth, by the rates of its day. */
@Component
public class Reckoning {

    private static final String HOME = "PL";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final CurrentCompany currentCompany;
    private final ExchangeRates exchangeRates;
    private final Clock clock;

    Reckoning(
            JdbcClient jdbc,
            CurrentActor currentActor,
            CurrentCompany currentCompany,
            ExchangeRates exchangeRates,
            Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.currentCompany = currentCompany;
        this.exchangeRates = exchangeRates;
        this.clock = clock;
    }

    /**
     * An expense, at the mean rate of the last working day before it.
     *
     * @throws RuleViolation expense.rate-missing
     */
    public Worth expense(Money gross, LocalDate spentOn) {
        CurrencyCode base = currentCompany.get().baseCurrency();
        if (gross.currency().equals(base)) {
            return new Worth(gross, gross, null, Map.of());
        }
        ExchangeRate rate = exchangeRates
                .lastBefore(gross.currency(), spentOn)
                .orElseThrow(() -> RuleViolation.ofField("gross", "expense.rate-missing", gross.currency(), spentOn));
        Money worth = rate.convert(gross);
        if (worth.isZero()) {
            throw RuleViolation.ofField("gross", "expense.amount-wrong", gross);
        }
        return new Worth(gross, worth, rate, Map.of());
    }

    /** @throws RuleViolation expense.mileage-rate-missing */
    public Worth drive(Drive drive, LocalDate day) {
        BigDecimal rate = rate("mileage_rate", "vehicle", drive.vehicle().name(), day);
        Money worth = money(drive.quantity().multiply(rate));
        if (worth.isZero()) {
            throw RuleViolation.ofField("kilometres", "expense.amount-wrong", worth);
        }
        Map<String, Object> from = new LinkedHashMap<>();
        from.put("vehicle", drive.vehicle().name());
        from.put("kilometres", plain(drive.quantity()));
        from.put("route", drive.route());
        from.put("rate", plain(rate));
        return new Worth(worth, worth, null, from);
    }

    /**
     * An allowance is earned by a trip that was made: nobody knows before how long it lasts.
     *
     * @throws RuleViolation expense.trip-not-over, expense.mileage-rate-missing, expense.trip-too-short
     */
    public Worth trip(Trip trip) {
        if (trip.until()
                .isAfter(LocalDateTime.ofInstant(
                        clock.instant(), currentCompany.get().timeZone()))) {
            throw RuleViolation.ofField("until", "expense.trip-not-over");
        }
        BigDecimal rate = rate("per_diem_rate", "country", HOME, trip.from().toLocalDate());
        BigDecimal allowances = trip.allowances();
        if (allowances.signum() == 0) {
            throw RuleViolation.ofField("until", "expense.trip-too-short");
        }
        Money worth = money(allowances.multiply(rate));
        Map<String, Object> from = new LinkedHashMap<>();
        from.put("from", trip.from().toString());
        from.put("until", trip.until().toString());
        from.put("breakfasts", String.valueOf(trip.breakfasts()));
        from.put("lunches", String.valueOf(trip.lunches()));
        from.put("dinners", String.valueOf(trip.dinners()));
        from.put("allowances", plain(allowances));
        from.put("rate", plain(rate));
        return new Worth(worth, worth, null, from);
    }

    private BigDecimal rate(String table, String column, String key, LocalDate day) {
        return jdbc.sql("select rate from expense." + table + " where company_id = :company and " + column
                        + " = :key and valid_from <= :day order by valid_from desc limit 1")
                .param("company", currentActor.company().value())
                .param("key", key)
                .param("day", day)
                .query(BigDecimal.class)
                .optional()
                .orElseThrow(() -> RuleViolation.ofField("spentOn", "expense.mileage-rate-missing", key, day));
    }

    private Money money(BigDecimal amount) {
        return new Money(amount, currentCompany.get().baseCurrency()).rounded();
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
