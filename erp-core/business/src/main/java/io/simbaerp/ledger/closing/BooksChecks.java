package io.simbaerp.ledger.closing;

import io.simbaerp.company.BusinessDay;
import io.simbaerp.company.FiscalPeriodView;
import io.simbaerp.company.FiscalPeriods;
import io.simbaerp.company.period.FiscalYears;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the books themselves say before a year is closed. */
@Component
class BooksChecks implements CloseCheck {

    private final YearBalances balances;
    private final FiscalPeriods periods;
    private final BusinessDay businessDay;
    private final JdbcClient jdbc;

    BooksChecks(YearBalances balances, FiscalPeriods periods, BusinessDay businessDay, JdbcClient jdbc) {
        this.balances = balances;
        this.periods = periods;
        this.businessDay = businessDay;
        this.jdbc = jdbc;
    }

    @Override
    public List<CloseFinding> run(FiscalYears.FiscalYearView year) {
        List<CloseFinding> findings = new ArrayList<>();
        if (year.lockedAt() != null) {
            findings.add(CloseFinding.blocks("locked", null, year.code()));
        }
        long earlier = balances.unclosed(year.firstDay().minusDays(1));
        if (earlier > 0) {
            findings.add(CloseFinding.blocks("earlier-open", "/ledger/year-end", year.code(), earlier));
        }
        long differing = jdbc.sql("select count(*) from ledger.differences()")
                .query(Long.class)
                .single();
        if (differing > 0) {
            findings.add(CloseFinding.blocks("differences", "/ledger/trial-balance", differing));
        }
        if (!businessDay.today().isAfter(year.lastDay())) {
            findings.add(CloseFinding.warns("not-over", null, year.code(), year.lastDay()));
        }
        long open = periods.ofYear(year.code()).stream()
                .filter(period -> !period.closing())
                .filter(FiscalPeriodView::open)
                .count();
        if (open > 0) {
            findings.add(CloseFinding.warns("periods-open", "/periods", open));
        }
        return findings;
    }
}
