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
 * The trial balance: what stood on every account, what moved, what stands there now. Summed over turnover per account and
 * day, so that its cost doesn't grow with the number of entries.
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
        List<Row> rows = jdbc.sql("""
                        select a.code, a.name_en, a.name_pl, a.type, t.opening, t.debit, t.credit,
                               t.opening + t.debit - t.credit as closing
                          from (select account_id,
                                       coalesce(sum(debit - credit) filter (where day < :from), 0) as opening,
                                       coalesce(sum(debit) filter (where day >= :from), 0) as debit,
                                       coalesce(sum(credit) filter (where day >= :from), 0) as credit
                                  from ledger.account_day
                                 where company_id = :company and day <= :to
                                 group by account_id) t
                          join ledger.account a on a.company_id = :company and a.id = t.account_id
                         where t.opening <> 0 or t.debit <> 0 or t.credit <> 0
                         order by a.code""")
                .param("company", currentActor.company().value())
                .param("from", from)
                .param("to", to)
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
