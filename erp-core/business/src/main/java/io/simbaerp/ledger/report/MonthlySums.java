package io.simbaerp.ledger.report;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What moved on accounts month by month, from the turnover kept while posting. */
@Query(Duty.VIEW_LEDGER)
public class MonthlySums {

    /** Debit minus credit of an account in the month that begins on this day. */
    public record Movement(LocalDate month, String account, Money movement) {}

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final CurrentCompany currentCompany;

    MonthlySums(JdbcClient jdbc, CurrentActor currentActor, CurrentCompany currentCompany) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.currentCompany = currentCompany;
    }

    /** The months from this first day on until the month of the last. */
    public List<Movement> between(LocalDate firstMonth, LocalDate last) {
        CurrencyCode base = currentCompany.get().baseCurrency();
        return jdbc.sql("""
                        select m.month, a.code, sum(m.debit - m.credit) as movement
                          from ledger.turnover_month m
                          join ledger.account a on a.company_id = m.company_id and a.id = m.account_id
                         where m.company_id = :company and m.month between :first and :last
                         group by m.month, a.code order by m.month, a.code""")
                .param("company", currentActor.company().value())
                .param("first", firstMonth)
                .param("last", last)
                .query((row, n) -> new Movement(
                        row.getObject("month", LocalDate.class),
                        row.getString("code"),
                        new Money(row.getBigDecimal("movement"), base).rounded()))
                .list();
    }
}
