package io.simbaerp.company.web;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.AddExchangeRate;
import io.simbaerp.company.ExchangeRateRow;
import io.simbaerp.company.ExchangeRates;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.page.Page;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Exchange rates for programs. */
@RestController
@RequestMapping("/api/v1/exchange-rates")
class ExchangeRateResource {

    private static final int MOST = 200;

    private final ExchangeRates rates;
    private final AddExchangeRate add;

    ExchangeRateResource(ExchangeRates rates, AddExchangeRate add) {
        this.rates = rates;
        this.add = add;
    }

    /** A published rate: units of the base currency for one unit of the foreign one, written as text. */
    record RateJson(
            @Nullable UUID id,
            @Nullable String currency,
            @Nullable String base,
            @Nullable LocalDate date,
            @Nullable String mid,
            @Nullable String table,
            @Nullable String source) {}

    @GetMapping
    Page<RateJson> list(
            @RequestParam(required = false) @Nullable String currency,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        int most = Math.max(1, Math.min(limit, MOST));
        List<ExchangeRateRow> rows = rates.list(currency == null ? null : RateForm.currency(currency), after, most + 1);
        return Page.cut(rows, most, ExchangeRateRow::cursor).map(ExchangeRateResource::json);
    }

    /** Adds a rate; the very same rate again is no error. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    RateJson add(@RequestBody RateJson rate) {
        LocalDate date = rate.date();
        if (date == null) {
            throw RuleViolation.ofField("date", "exchange-rate.date-unreadable", "");
        }
        CurrencyCode currency = RateForm.currency(rate.currency());
        BigDecimal mid = RateForm.mid(rate.mid());
        String table = rate.table() == null ? "" : rate.table();
        String source = rate.source() == null ? "" : rate.source();
        add.add(new AddExchangeRate.Draft(currency, date, mid, table, source));
        return new RateJson(null, currency.code(), null, date, mid.toPlainString(), table, source);
    }

    private static RateJson json(ExchangeRateRow row) {
        return new RateJson(
                row.id(),
                row.rate().currency().code(),
                row.rate().base().code(),
                row.rate().date(),
                row.rate().rate().toPlainString(),
                row.rate().table(),
                row.rate().source());
    }
}
