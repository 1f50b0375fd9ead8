package io.simbaerp.ledger.budget;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The budgets of the company, and how much of each the books have used. */
@Query(Duty.VIEW_LEDGER)
public class Budgets {

    /**
     * A budget and its use.
     *
     * @param account the account with those below it; nothing for all
     * @param used debit less credit in its months
     */
    public record Budget(
            UUID id,
            String costCentre,
            @Nullable String account,
            YearMonth from,
            YearMonth to,
            Money amount,
            Money used) {

        public Money left() {
            return amount.minus(used);
        }
    }

    private static final String SELECT = """
            select b.id, c.code, b.account, b.first_month, b.last_month, b.amount,
                   (select coalesce(sum(t.debit - t.credit), 0)
                      from ledger.turnover_part t
                      join ledger.account a on a.company_id = t.company_id and a.id = t.account_id
                     where t.company_id = b.company_id and t.kind = 'COST_CENTRE' and t.part = b.cost_centre_id::text
                       and t.month between b.first_month and b.last_month
                       and starts_with(a.code, b.account)) as used
              from ledger.budget b
              join ledger.cost_centre c on c.company_id = b.company_id and c.id = b.cost_centre_id
             where b.company_id = :company %s
             order by c.code, b.first_month, b.account""";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final CurrentCompany currentCompany;

    Budgets(JdbcClient jdbc, CurrentActor currentActor, CurrentCompany currentCompany) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.currentCompany = currentCompany;
    }

    /** All of them, by cost centre and time. */
    public List<Budget> all() {
        CurrencyCode currency = currentCompany.get().baseCurrency();
        return jdbc.sql(SELECT.formatted(""))
                .param("company", currentActor.company().value())
                .query((row, n) -> budget(row, currency))
                .list();
    }

    /** Those of some cost centres that a day falls into. */
    public List<Budget> of(Collection<String> costCentres, LocalDate day) {
        CurrencyCode currency = currentCompany.get().baseCurrency();
        return jdbc.sql(SELECT.formatted(
                        "and c.code = any (:centres) and :month between b.first_month and b.last_month"))
                .param("company", currentActor.company().value())
                .param("centres", costCentres.toArray(String[]::new))
                .param("month", day.withDayOfMonth(1))
                .query((row, n) -> budget(row, currency))
                .list();
    }

    private static Budget budget(ResultSet row, CurrencyCode currency) throws SQLException {
        String account = row.getString("account");
        return new Budget(
                row.getObject("id", UUID.class),
                row.getString("code"),
                account.isEmpty() ? null : account,
                YearMonth.from(row.getObject("first_month", LocalDate.class)),
                YearMonth.from(row.getObject("last_month", LocalDate.class)),
                new Money(row.getBigDecimal("amount"), currency).rounded(),
                new Money(row.getBigDecimal("used"), currency).rounded());
    }
}
