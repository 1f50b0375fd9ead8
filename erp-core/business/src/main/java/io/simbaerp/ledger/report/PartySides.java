package io.simbaerp.ledger.report;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Accounts of customers and suppliers on a day with their two sides apart: what parties owe, and what is owed to others. A
 * balance sheet must not set one off against the other (Accounting Act art. 7(3)).
 */
@Query(Duty.VIEW_LEDGER)
public class PartySides {

    /** What stands on the debit side, and on the credit side as a negative amount. */
    public record Sides(String account, Money debit, Money credit) {}

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final CurrentCompany currentCompany;

    PartySides(JdbcClient jdbc, CurrentActor currentActor, CurrentCompany currentCompany) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.currentCompany = currentCompany;
    }

    /**
     * By the code of the account.
     *
     * @throws io.simbaerp.architecture.RuleViolation report.year-detached
     */
    public Map<String, Sides> on(LocalDate day, Extract extract) {
        DetachedYears.requireNone(jdbc, DetachedYears.EVER, day);
        CurrencyCode base = currentCompany.get().baseCurrency();
        return extract
                .bind(jdbc.sql("""
                        select b.code, coalesce(sum(b.balance) filter (where b.balance > 0), 0) as debit,
                               coalesce(sum(b.balance) filter (where b.balance < 0), 0) as credit
                          from (select a.code, l.party_id, sum(l.debit - l.credit) as balance
                                  from ledger.account a
                                  join ledger.journal_line l on l.company_id = a.company_id and l.account_id = a.id
                                  join ledger.journal_entry e on e.company_id = l.company_id and e.id = l.entry_id
                                 where a.company_id = :company and a.control is not null
                                   and l.posting_date <= :day\s""" + extract.condition() + """
                                 group by a.code, l.party_id) b
                         group by b.code""")
                        .param("company", currentActor.company().value())
                        .param("day", day))
                .query((row, n) -> new Sides(
                        row.getString("code"),
                        new Money(row.getBigDecimal("debit"), base).rounded(),
                        new Money(row.getBigDecimal("credit"), base).rounded()))
                .list()
                .stream()
                .collect(Collectors.toMap(Sides::account, sides -> sides));
    }
}
