package io.simbaerp.reporting.jpk;

import io.simbaerp.company.FiscalPeriodView;
import io.simbaerp.company.FiscalPeriods;
import io.simbaerp.ledger.AccountView;
import io.simbaerp.ledger.ChartOfAccounts;
import io.simbaerp.ledger.TrialBalance;
import io.simbaerp.ledger.report.AccountSums;
import io.simbaerp.ledger.report.Extract;
import io.simbaerp.money.Money;
import io.simbaerp.reporting.statement.AnnexMarkers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The accounts of the file: what stood on them, moved in the period and in the year, and their markers. */
@Component
class FileAccounts {

    private final AccountSums sums;
    private final ChartOfAccounts chart;
    private final FiscalPeriods periods;
    private final AnnexMarkers markers;

    FileAccounts(AccountSums sums, ChartOfAccounts chart, FiscalPeriods periods, AnnexMarkers markers) {
        this.sums = sums;
        this.chart = chart;
        this.periods = periods;
        this.markers = markers;
    }

    /** Accounts with a balance or a movement in the fiscal year until the last day. */
    List<LedgerFileFormat.Account> of(LocalDate from, LocalDate to) {
        Map<String, TrialBalance.Row> inPeriod = new HashMap<>();
        sums.of(from, to, Extract.WHOLE).forEach(row -> inPeriod.put(row.account(), row));
        Map<String, TrialBalance.Row> inYear = new HashMap<>();
        sums.of(year(from).from(), to, Extract.WHOLE).forEach(row -> inYear.put(row.account(), row));
        List<LedgerFileFormat.Account> accounts = new ArrayList<>();
        for (AccountView account : chart.postable()) {
            TrialBalance.Row year = inYear.get(account.code());
            if (year != null) {
                accounts.add(account(account, year, inPeriod.get(account.code())));
            }
        }
        return accounts;
    }

    private LedgerFileFormat.Account account(
            AccountView account, TrialBalance.Row year, TrialBalance.@Nullable Row period) {
        Money zero = Money.zero(year.debit().currency());
        String own = account.jpkMarker();
        AnnexMarkers.Pair place =
                own == null ? markers.of(account) : new AnnexMarkers.Pair(own, account.jpkSecondMarker());
        return new LedgerFileFormat.Account(
                account.code(),
                account.namePl(),
                account.parent() == null ? account.code() : account.parent(),
                year.opening(),
                period == null ? zero : period.debit(),
                period == null ? zero : period.credit(),
                year.debit(),
                year.credit(),
                year.closing(),
                place.first(),
                place.second(),
                account.jpkTaxMarker(),
                own == null && place.first() != null);
    }

    /** The fiscal year of a day; the calendar's where none was set up. */
    LedgerFileFormat.Year year(LocalDate day) {
        List<FiscalPeriodView> year =
                periods.of(day).map(period -> periods.ofYear(period.yearCode())).orElse(List.of());
        return year.isEmpty()
                ? new LedgerFileFormat.Year(day.withDayOfYear(1), day.withDayOfYear(day.lengthOfYear()))
                : new LedgerFileFormat.Year(
                        year.get(0).firstDay(), year.get(year.size() - 1).lastDay());
    }
}
