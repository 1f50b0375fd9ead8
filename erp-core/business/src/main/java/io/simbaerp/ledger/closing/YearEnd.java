package io.simbaerp.ledger.closing;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Query;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.company.FiscalPeriodView;
import io.simbaerp.company.FiscalPeriods;
import io.simbaerp.company.period.FiscalYears;
import io.simbaerp.ledger.EntryKind;
import io.simbaerp.ledger.JournalEntryDetails;
import io.simbaerp.ledger.JournalEntryDraft;
import io.simbaerp.ledger.JournalEntryId;
import io.simbaerp.ledger.LineDraft;
import io.simbaerp.ledger.Side;
import io.simbaerp.ledger.purpose.AccountPurpose;
import io.simbaerp.ledger.purpose.AccountPurposes;
import io.simbaerp.money.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A year before it is closed and after: checks, the closing entry, and the balances that go on. */
@Query(Duty.VIEW_LEDGER)
public class YearEnd {

    /** The calendar and the accounts. */
    @Component
    record Books(FiscalYears years, FiscalPeriods periods, AccountPurposes purposes, CurrentCompany company) {}

    private final Books books;
    private final YearBalances balances;
    private final ObjectProvider<CloseCheck> checks;
    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    YearEnd(
            Books books,
            YearBalances balances,
            ObjectProvider<CloseCheck> checks,
            JdbcClient jdbc,
            CurrentActor currentActor) {
        this.books = books;
        this.balances = balances;
        this.checks = checks;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** All years, the latest first. */
    public List<FiscalYears.FiscalYearView> years() {
        return books.years().all();
    }

    /**
     * The year as it stands.
     *
     * @throws NotFound if there is no such year
     * @throws io.simbaerp.architecture.RuleViolation account-purpose.year-result-missing, settlement.no-general-journal
     */
    public YearEndView of(String yearCode) {
        List<FiscalYears.FiscalYearView> years = books.years().all();
        FiscalYears.FiscalYearView year = years.stream()
                .filter(one -> one.code().equals(yearCode))
                .findFirst()
                .orElseThrow(() -> new NotFound("fiscal-year", yearCode));
        String period = period(year);
        List<LineDraft> lines = balances.closingLines(year.lastDay());
        Money result = result(lines);
        return new YearEndView(
                year,
                period,
                checks.orderedStream()
                        .flatMap(check -> check.run(year).stream())
                        .sorted(Comparator.comparing(CloseFinding::blocking).reversed())
                        .toList(),
                result,
                lines.isEmpty() ? null : entry(year, period, lines, result),
                closings(year),
                balances.carried(year.lastDay()),
                next(years, year));
    }

    private static @Nullable String next(List<FiscalYears.FiscalYearView> years, FiscalYears.FiscalYearView year) {
        return years.stream()
                .filter(one -> one.firstDay().equals(year.lastDay().plusDays(1)))
                .map(FiscalYears.FiscalYearView::code)
                .findFirst()
                .orElse(null);
    }

    /** The first closing period that is open, else the first, else the last ordinary one. */
    private String period(FiscalYears.FiscalYearView year) {
        List<FiscalPeriodView> all = books.periods().ofYear(year.code());
        List<FiscalPeriodView> closing =
                all.stream().filter(FiscalPeriodView::closing).toList();
        return closing.stream()
                .filter(FiscalPeriodView::open)
                .findFirst()
                .or(() -> closing.stream().findFirst())
                .orElseGet(() -> all.get(all.size() - 1))
                .code();
    }

    /** Closing lines of income stand on the debit side. */
    private Money result(List<LineDraft> lines) {
        Money result = Money.zero(books.company().get().baseCurrency());
        for (LineDraft line : lines) {
            result = line.side() == Side.DEBIT ? result.plus(line.amount()) : result.minus(line.amount());
        }
        return result;
    }

    private JournalEntryDraft entry(
            FiscalYears.FiscalYearView year, String period, List<LineDraft> closing, Money result) {
        List<LineDraft> lines = new ArrayList<>(closing);
        if (!result.isZero()) {
            lines.add(LineDraft.of(
                    books.purposes().account(AccountPurpose.YEAR_RESULT),
                    result.isNegative() ? Side.DEBIT : Side.CREDIT,
                    result.isNegative() ? result.negated() : result));
        }
        return new JournalEntryDraft(
                GeneralJournal.code(jdbc, currentActor.company()),
                year.lastDay(),
                year.lastDay(),
                year.lastDay(),
                period,
                EntryKind.CLOSING,
                year.code(),
                null,
                null,
                "closing " + year.code() + " " + (count(year) + 1),
                lines);
    }

    /** Closing entries so far, those taken back too: the next one gets a key of its own. */
    private long count(FiscalYears.FiscalYearView year) {
        return jdbc.sql("""
                        select count(*) from ledger.journal_entry
                         where company_id = :company and kind = 'CLOSING' and posting_date = :day""")
                .param("company", currentActor.company().value())
                .param("day", year.lastDay())
                .query(Long.class)
                .single();
    }

    private List<JournalEntryDetails.Reference> closings(FiscalYears.FiscalYearView year) {
        return jdbc.sql("""
                        select e.id, j.code || '/' || y.code || '/' || lpad(e.number::text, 6, '0') as number
                          from ledger.journal_entry e
                          join ledger.journal j on j.company_id = e.company_id and j.id = e.journal_id
                          join company.fiscal_year y on y.company_id = e.company_id and y.id = e.fiscal_year_id
                         where e.company_id = :company and e.kind = 'CLOSING' and e.posting_date = :day
                           and not exists (select from ledger.journal_entry r
                                            where r.company_id = e.company_id and r.reversal_of = e.id)
                         order by e.number""")
                .param("company", currentActor.company().value())
                .param("day", year.lastDay())
                .query((row, n) -> new JournalEntryDetails.Reference(
                        new JournalEntryId(row.getObject("id", UUID.class)), row.getString("number")))
                .list();
    }
}
