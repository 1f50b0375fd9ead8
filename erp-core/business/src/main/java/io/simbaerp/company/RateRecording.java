package io.simbaerp.company;

import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.money.CurrencyCode;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Judges rates one by one and writes those that are new, for the single rate and for the file alike. */
@Component
class RateRecording {

    private record Key(String currency, LocalDate date, String source) {}

    private record Known(BigDecimal mid, String table) {}

    private static final int MOST_DECIMALS = 8;
    private static final BigDecimal TOO_MUCH = new BigDecimal("10000000000");
    private static final int LONGEST_TEXT = 60;

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final CurrentCompany currentCompany;
    private final BusinessDay businessDay;
    private final Clock clock;

    RateRecording(
            JdbcClient jdbc,
            CurrentActor currentActor,
            CurrentCompany currentCompany,
            BusinessDay businessDay,
            Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.currentCompany = currentCompany;
        this.businessDay = businessDay;
        this.clock = clock;
    }

    /** Sorts the lines of a file into new ones, known ones and wrong ones. */
    ExchangeRateImport judge(ExchangeRateFile.Content content) {
        CurrencyCode base = currentCompany.get().baseCurrency();
        LocalDate today = businessDay.today();
        List<AddExchangeRate.Draft> drafts =
                content.lines().stream().map(ExchangeRateFile.Line::draft).toList();
        Map<Key, Known> known = known(drafts);
        List<AddExchangeRate.Draft> added = new ArrayList<>();
        List<ExchangeRateImport.RowError> errors = new ArrayList<>(content.errors());
        int repeated = 0;
        for (ExchangeRateFile.Line line : content.lines()) {
            try {
                check(line.draft(), base, today);
                if (isNew(line.draft(), known)) {
                    added.add(line.draft());
                } else {
                    repeated++;
                }
            } catch (RuleViolation refused) {
                String field = Objects.requireNonNullElse(refused.field(), "mid");
                errors.add(new ExchangeRateImport.RowError(line.number(), field, refused.rule(), refused.args()));
            }
        }
        errors.sort(java.util.Comparator.comparingLong(ExchangeRateImport.RowError::line));
        return new ExchangeRateImport(added, repeated, errors);
    }

    /** Writes one rate unless it is there already. @return whether it was new */
    boolean record(AddExchangeRate.Draft draft) {
        check(draft, currentCompany.get().baseCurrency(), businessDay.today());
        if (!isNew(draft, known(List.of(draft)))) {
            return false;
        }
        insert(List.of(draft));
        return true;
    }

    void insert(List<AddExchangeRate.Draft> drafts) {
        jdbc.sql("""
                        insert into company.exchange_rate
                               (company_id, id, currency, rate_date, mid, table_number, source, recorded_at, recorded_by)
                        select :company, n.id, n.currency, n.rate_date, n.mid, n.table_number, n.source, :at, :by
                          from unnest(:ids::uuid[], :currencies::text[], :dates::date[], :mids::numeric[],
                                      :tables::text[], :sources::text[])
                               as n (id, currency, rate_date, mid, table_number, source)""")
                .param("company", currentActor.company().value())
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("by", currentActor.actor().toString())
                .param("ids", drafts.stream().map(draft -> NewId.at(clock)).toArray(UUID[]::new))
                .param(
                        "currencies",
                        drafts.stream().map(d -> d.currency().code()).toArray(String[]::new))
                .param("dates", drafts.stream().map(d -> d.date().toString()).toArray(String[]::new))
                .param("mids", drafts.stream().map(d -> d.mid().toPlainString()).toArray(String[]::new))
                .param("tables", drafts.stream().map(d -> d.table().strip()).toArray(String[]::new))
                .param("sources", drafts.stream().map(d -> d.source().strip()).toArray(String[]::new))
                .update();
    }

    private static void check(AddExchangeRate.Draft draft, CurrencyCode base, LocalDate today) {
        if (draft.currency().equals(base)) {
            throw RuleViolation.ofField("currency", "exchange-rate.currency-is-base", base);
        }
        if (draft.date().isAfter(today)) {
            throw RuleViolation.ofField("date", "exchange-rate.day-to-come", draft.date());
        }
        if (draft.mid().signum() <= 0) {
            throw RuleViolation.ofField("mid", "exchange-rate.not-positive", draft.mid());
        }
        if (draft.mid().stripTrailingZeros().scale() > MOST_DECIMALS
                || draft.mid().compareTo(TOO_MUCH) >= 0) {
            throw RuleViolation.ofField("mid", "exchange-rate.too-many-digits", draft.mid(), MOST_DECIMALS);
        }
        checkText("table", draft.table());
        checkText("source", draft.source());
    }

    private static void checkText(String field, String text) {
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            throw RuleViolation.ofField(field, "exchange-rate." + field + "-missing");
        }
    }

    /** Remembers what it is asked about, so that a file that says two things of one day is refused too. */
    private static boolean isNew(AddExchangeRate.Draft draft, Map<Key, Known> known) {
        Key key = new Key(draft.currency().code(), draft.date(), draft.source().strip());
        Known before =
                known.putIfAbsent(key, new Known(draft.mid(), draft.table().strip()));
        if (before == null) {
            return true;
        }
        if (before.mid().compareTo(draft.mid()) != 0
                || !before.table().equals(draft.table().strip())) {
            throw new Conflict(
                    "exchange-rate.differs",
                    draft.currency(),
                    draft.date(),
                    before.mid().stripTrailingZeros().toPlainString(),
                    before.table());
        }
        return false;
    }

    private Map<Key, Known> known(List<AddExchangeRate.Draft> drafts) {
        Map<Key, Known> known = new HashMap<>();
        jdbc.sql("""
                        select currency, rate_date, source, mid, table_number from company.exchange_rate
                         where company_id = :company
                           and (currency, rate_date) in (
                               select c::char(3), d from unnest(:currencies::text[], :dates::date[]) as asked (c, d))""")
                .param("company", currentActor.company().value())
                .param(
                        "currencies",
                        drafts.stream().map(d -> d.currency().code()).toArray(String[]::new))
                .param("dates", drafts.stream().map(d -> d.date().toString()).toArray(String[]::new))
                .query((java.sql.ResultSet row) -> {
                    known.put(
                            new Key(
                                    row.getString("currency"),
                                    row.getObject("rate_date", LocalDate.class),
                                    row.getString("source")),
                            new Known(row.getBigDecimal("mid"), row.getString("table_number")));
                });
        return known;
    }
}
