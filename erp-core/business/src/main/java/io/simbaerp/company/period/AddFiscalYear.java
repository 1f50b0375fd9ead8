package io.simbaerp.company.period;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lays out a fiscal year of any length, right after the last one or right before the first. */
@UseCase(Duty.MAINTAIN_LEDGER)
public class AddFiscalYear {

    private static final int MOST_CLOSING_PERIODS = 4;
    private static final int MOST_YEARS = 10;

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    AddFiscalYear(JdbcClient jdbc, CurrentActor currentActor, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Lays the year out.
     *
     * @throws RuleViolation fiscal-year.code-wrong, fiscal-year.days-out-of-order, fiscal-year.too-long,
     *     fiscal-year.closing-periods, fiscal-year.code-taken, fiscal-year.not-adjacent
     */
    public UUID add(FiscalYearDraft draft) {
        check(draft);
        UUID company = currentActor.company().value();
        UUID year = NewId.at(clock);
        int added = jdbc.sql("insert into company.fiscal_year (company_id, id, code, first_day, last_day)"
                        + " values (?, ?, ?, ?, ?) on conflict on constraint fiscal_year_code_is_unique do nothing")
                .params(company, year, draft.code(), draft.firstDay(), draft.lastDay())
                .update();
        if (added == 0) {
            throw RuleViolation.ofField("code", "fiscal-year.code-taken", draft.code());
        }
        int number = 0;
        for (YearMonth month = YearMonth.from(draft.firstDay());
                !month.atDay(1).isAfter(draft.lastDay());
                month = month.plusMonths(1)) {
            number++;
            LocalDate first = later(month.atDay(1), draft.firstDay());
            LocalDate last = earlier(month.atEndOfMonth(), draft.lastDay());
            insert(year, periodCode(month, draft), number, first, last, false);
        }
        for (int closing = 1; closing <= draft.closingPeriods(); closing++) {
            insert(year, draft.code() + "-C" + closing, number + closing, draft.lastDay(), draft.lastDay(), true);
        }
        events.publishEvent(new FiscalYearAdded(currentActor.company(), currentActor.actor(), clock.instant(), year));
        return year;
    }

    private void check(FiscalYearDraft draft) {
        if (!draft.code().matches("[0-9A-Za-z][0-9A-Za-z-]{0,11}")) {
            throw RuleViolation.ofField("code", "fiscal-year.code-wrong", draft.code());
        }
        if (draft.lastDay().isBefore(draft.firstDay())) {
            throw RuleViolation.ofField("lastDay", "fiscal-year.days-out-of-order", draft.firstDay(), draft.lastDay());
        }
        if (draft.lastDay().isAfter(draft.firstDay().plusYears(MOST_YEARS))) {
            throw RuleViolation.ofField("lastDay", "fiscal-year.too-long", MOST_YEARS);
        }
        if (draft.closingPeriods() < 0 || draft.closingPeriods() > MOST_CLOSING_PERIODS) {
            throw RuleViolation.ofField("closingPeriods", "fiscal-year.closing-periods", MOST_CLOSING_PERIODS);
        }
        requireAdjacent(draft);
    }

    private void requireAdjacent(FiscalYearDraft draft) {
        record Span(LocalDate first, LocalDate last) {}

        jdbc.sql(
                        "select min(first_day), max(last_day) from company.fiscal_year where company_id = ? having count(*) > 0")
                .params(currentActor.company().value())
                .query((row, n) -> new Span(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class)))
                .optional()
                .filter(years -> !draft.firstDay().equals(years.last().plusDays(1))
                        && !draft.lastDay().equals(years.first().minusDays(1)))
                .ifPresent(years -> {
                    throw RuleViolation.ofField(
                            "firstDay",
                            "fiscal-year.not-adjacent",
                            years.last().plusDays(1),
                            years.first().minusDays(1));
                });
    }

    /** The month, unless another year shares it: then the year's code tells them apart. */
    private String periodCode(YearMonth month, FiscalYearDraft draft) {
        boolean cut = month.atDay(1).isBefore(draft.firstDay())
                || month.atEndOfMonth().isAfter(draft.lastDay());
        return cut ? draft.code() + "." + month : month.toString();
    }

    private void insert(UUID year, String code, int number, LocalDate first, LocalDate last, boolean closing) {
        jdbc.sql("insert into company.fiscal_period"
                        + " (company_id, id, fiscal_year_id, code, number, first_day, last_day, closing)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(currentActor.company().value(), NewId.at(clock), year, code, number, first, last, closing)
                .update();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
