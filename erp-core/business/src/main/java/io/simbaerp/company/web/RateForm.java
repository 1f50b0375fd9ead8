package io.simbaerp.company.web;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.AddExchangeRate;
import io.simbaerp.money.CurrencyCode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A rate as somebody typed it; kept as it is until it can be read. */
record RateForm(String currency, String date, String mid, String table, String source) {

    /** A field the browser left out is an empty one. */
    RateForm {
        currency = Objects.requireNonNullElse(currency, "");
        date = Objects.requireNonNullElse(date, "");
        mid = Objects.requireNonNullElse(mid, "");
        table = Objects.requireNonNullElse(table, "");
        source = Objects.requireNonNullElse(source, "");
    }

    static RateForm empty(LocalDate today) {
        return new RateForm("", today.toString(), "", "", "NBP");
    }

    /** @throws RuleViolation naming the field that can't be read */
    AddExchangeRate.Draft draft() {
        return new AddExchangeRate.Draft(currency(currency), date(date), mid(mid), table.strip(), source.strip());
    }

    static CurrencyCode currency(@Nullable String text) {
        String code = text == null ? "" : text.strip().toUpperCase(Locale.ROOT);
        try {
            return CurrencyCode.of(code);
        } catch (IllegalArgumentException e) {
            throw RuleViolation.ofField("currency", "exchange-rate.currency-unreadable", code);
        }
    }

    static BigDecimal mid(@Nullable String text) {
        String number = text == null ? "" : text.strip().replace(',', '.');
        try {
            return new BigDecimal(number);
        } catch (NumberFormatException e) {
            throw RuleViolation.ofField("mid", "exchange-rate.mid-unreadable", number);
        }
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw RuleViolation.ofField("date", "exchange-rate.date-unreadable", text);
        }
    }
}
