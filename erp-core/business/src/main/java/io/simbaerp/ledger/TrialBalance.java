package io.simbaerp.ledger;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The trial balance: what stood on every account, what moved, what stands there now. Summed over turnover kept per
 * account by month and day, so that its cost doesn't grow with the number of entries.
 */
@Query(Duty.VIEW_LEDGER)
public class TrialBalance {

    /**
     * The report.
     *
     * @param totals sums over the rows; opening and closing are nil when the books balance
     */
    public record Report(LocalDate from, LocalDate to, List<Row> rows, Totals totals) {}

    /**
     * One account. Opening and closing are debit minus credit: positive on the debit side, negative on the credit side.
     */
    public record Row(
            String account,
            String nameEn,
            String namePl,
            AccountType type,
            Money opening,
            Money debit,
            Money credit,
            Money closing) {

        /** Its name in one of the two languages. */
        public String name(String language) {
            return "pl".equals(language) ? namePl : nameEn;
        }
    }

    /** Sums over all rows. */
    public record Totals(Money opening, Money debit, Money credit, Money closing) {}

    /** What stood before the first day and what stands after the last: whole months, and the days of the month begun. */
    private static final String SUMS = """
            select a.code, a.name_en, a.name_pl, a.type, t.before_debit - t.before_credit as opening,
                   t.after_debit - t.before_debit as debit, t.after_credit - t.before_credit as credit,
                   t.after_debit - t.after_credit as closing
              from (select k.account_id,
                           coalesce(sum(k.debit) filter (where k.before), 0) as before_debit,
                           coalesce(sum(k.credit) filter (where k.before), 0) as before_credit,
                           coalesce(sum(k.debit) filter (where k.after), 0) as after_debit,
                           coalesce(sum(k.credit) filter (where k.after), 0) as after_credit
                      from (select account_id, debit, credit, month < :fromMonth as before, true as after
                              from ledger.turnover_month
                             where company_id = :company and month < :afterMonth
                             union all
                            select account_id, debit, credit, true, false from ledger.turnover_day
                             where company_id = :company and day >= :fromMonth and day < :from
                             union all
                            select account_id, debit, credit, false, true from ledger.turnover_day
                             where company_id = :company and day >= :afterMonth and day < :after) k
                     group by k.account_id) t
              join ledger.account a on a.company_id = :company and a.id = t.account_id
             where t.before_debit <> t.before_credit or t.after_debit <> t.before_debit
                or t.after_credit <> t.before_credit
             order by a.code""";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final CurrentCompany currentCompany;

    TrialBalance(JdbcClient jdbc, CurrentActor currentActor, CurrentCompany currentCompany) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.currentCompany = currentCompany;
    }

    /**
     * Accounts that have a balance or moved between the two days, both included.
     *
     * @throws RuleViolation report.days-out-of-order
     */
    public Report of(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw RuleViolation.ofField("to", "report.days-out-of-order", from, to);
        }
        CurrencyCode base = currentCompany.get().baseCurrency();
        List<Row> rows = jdbc.sql(SUMS)
                .param("company", currentActor.company().value())
                .param("from", from)
                .param("fromMonth", from.withDayOfMonth(1))
                .param("after", to.plusDays(1))
                .param("afterMonth", to.plusDays(1).withDayOfMonth(1))
                .query((row, n) -> row(row, base))
                .list();
        return new Report(from, to, rows, totals(rows, base));
    }

    private static Row row(ResultSet row, CurrencyCode base) throws SQLException {
        return new Row(
                row.getString("code"),
                row.getString("name_en"),
                row.getString("name_pl"),
                AccountType.valueOf(row.getString("type")),
                new Money(row.getBigDecimal("opening"), base).rounded(),
                new Money(row.getBigDecimal("debit"), base).rounded(),
                new Money(row.getBigDecimal("credit"), base).rounded(),
                new Money(row.getBigDecimal("closing"), base).rounded());
    }

    private static Totals totals(List<Row> rows, CurrencyCode base) {
        Money opening = Money.zero(base);
        Money debit = opening;
        Money credit = opening;
        Money closing = opening;
        for (Row row : rows) {
            opening = opening.plus(row.opening());
            debit = debit.plus(row.debit());
            credit = credit.plus(row.credit());
            closing = closing.plus(row.closing());
        }
        return new Totals(opening, debit, credit, closing);
    }
}
