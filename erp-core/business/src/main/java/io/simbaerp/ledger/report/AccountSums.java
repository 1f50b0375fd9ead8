package io.simbaerp.ledger.report;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.ledger.AccountType;
import io.simbaerp.ledger.TrialBalance;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What stood on every account, what moved and what stands there, of the whole books or an extract of them. The whole comes
 * from the trial balance; what was known earlier is that without what was recorded since.
 */
@Query(Duty.VIEW_LEDGER)
public class AccountSums {

    private static final String LINES = """
            select a.code, a.name_en, a.name_pl, a.type,
                   coalesce(sum(l.debit - l.credit) filter (where l.posting_date < :from), 0) as opening,
                   coalesce(sum(l.debit) filter (where l.posting_date >= :from), 0) as debit,
                   coalesce(sum(l.credit) filter (where l.posting_date >= :from), 0) as credit
              from ledger.journal_line l
              join ledger.journal_entry e on e.company_id = l.company_id and e.id = l.entry_id
              join ledger.account a on a.company_id = l.company_id and a.id = l.account_id
             where l.company_id = :company and l.posting_date <= :to\s""";

    /** Closing entries, and what took them back. */
    private static final String CLOSING = """
            and e.id in (select c.id from ledger.journal_entry c where c.company_id = :company and c.kind = 'CLOSING'
                         union all
                         select r.id from ledger.journal_entry c
                           join ledger.journal_entry r on r.company_id = c.company_id and r.reversal_of = c.id
                          where c.company_id = :company and c.kind = 'CLOSING')""";

    private static final String BY_ACCOUNT = " group by a.code, a.name_en, a.name_pl, a.type order by a.code";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final CurrentCompany currentCompany;
    private final TrialBalance trialBalance;

    AccountSums(JdbcClient jdbc, CurrentActor currentActor, CurrentCompany currentCompany, TrialBalance trialBalance) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.currentCompany = currentCompany;
        this.trialBalance = trialBalance;
    }

    /**
     * Accounts with a balance or a movement between the two days, both included, by code.
     *
     * @throws RuleViolation report.days-out-of-order, report.year-detached
     */
    public List<TrialBalance.Row> of(LocalDate from, LocalDate to, Extract extract) {
        if (extract.isPart()) {
            return lines(from, to, extract.condition(), extract);
        }
        List<TrialBalance.Row> all = trialBalance.of(from, to).rows();
        return extract.isWhole() ? all : less(all, lines(from, to, " and e.recorded_at > :knownOn", extract));
    }

    /**
     * The same without what closing a year took to its result: what the statement of the result shows.
     *
     * @throws RuleViolation report.days-out-of-order, report.year-detached
     */
    public List<TrialBalance.Row> withoutClosing(LocalDate from, LocalDate to, Extract extract) {
        return less(of(from, to, extract), lines(from, to, CLOSING + extract.condition(), extract));
    }

    private List<TrialBalance.Row> lines(LocalDate from, LocalDate to, String condition, Extract extract) {
        DetachedYears.requireNone(jdbc, extract.isWhole() ? from : DetachedYears.EVER, to);
        CurrencyCode base = currentCompany.get().baseCurrency();
        return extract.bind(jdbc.sql(LINES + condition + BY_ACCOUNT)
                        .param("company", currentActor.company().value())
                        .param("from", from)
                        .param("to", to))
                .query((row, n) -> row(row, base))
                .list();
    }

    static TrialBalance.Row row(ResultSet row, CurrencyCode base) throws SQLException {
        Money opening = new Money(row.getBigDecimal("opening"), base).rounded();
        Money debit = new Money(row.getBigDecimal("debit"), base).rounded();
        Money credit = new Money(row.getBigDecimal("credit"), base).rounded();
        return new TrialBalance.Row(
                row.getString("code"),
                row.getString("name_en"),
                row.getString("name_pl"),
                AccountType.valueOf(row.getString("type")),
                opening,
                debit,
                credit,
                opening.plus(debit).minus(credit));
    }

    /** Accounts that cancelled out in the end may have had a balance at the time. */
    private static List<TrialBalance.Row> less(List<TrialBalance.Row> all, List<TrialBalance.Row> later) {
        Map<String, TrialBalance.Row> known = new LinkedHashMap<>();
        all.forEach(row -> known.put(row.account(), row));
        later.forEach(row -> known.compute(row.account(), (code, before) -> minus(before, row)));
        List<TrialBalance.Row> rows = new ArrayList<>(known.values());
        rows.removeIf(AccountSums::isNothing);
        rows.sort((one, other) -> one.account().compareTo(other.account()));
        return rows;
    }

    static boolean isNothing(TrialBalance.Row row) {
        return row.opening().isZero()
                && row.debit().isZero()
                && row.credit().isZero()
                && row.closing().isZero();
    }

    static TrialBalance.Row minus(TrialBalance.@Nullable Row all, TrialBalance.Row later) {
        TrialBalance.Row from = all == null ? nothing(later) : all;
        return new TrialBalance.Row(
                later.account(),
                later.nameEn(),
                later.namePl(),
                later.type(),
                from.opening().minus(later.opening()),
                from.debit().minus(later.debit()),
                from.credit().minus(later.credit()),
                from.closing().minus(later.closing()));
    }

    private static TrialBalance.Row nothing(TrialBalance.Row row) {
        Money zero = Money.zero(row.debit().currency());
        return new TrialBalance.Row(row.account(), row.nameEn(), row.namePl(), row.type(), zero, zero, zero, zero);
    }
}
