package io.simbaerp.ledger.allocation;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.architecture.confidential.Confidential;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.ledger.Side;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What can be settled by hand: open items whose documents may be seen. */
@Query(Duty.VIEW_LEDGER)
public class OpenRests {

    private static final String SELECT = """
            select i.id, i.party_id, a.code as account, i.side, i.currency, i.amount, i.remaining, i.base_amount,
                   i.base_allocated, i.due_date, ledger.effect(i.side, i.amount) as effect,
                   coalesce(c.document_number, j.code || '/' || y.code || '/' || lpad(e.number::text, 6, '0')) as name
              from ledger.open_item i
              join ledger.open_item_card c on c.company_id = i.company_id and c.item_id = i.id
              join ledger.account a on a.company_id = i.company_id and a.id = i.account_id
              join ledger.journal_entry e on e.company_id = i.company_id and e.id = i.entry_id
              join ledger.journal j on j.company_id = e.company_id and j.id = e.journal_id
              join company.fiscal_year y on y.company_id = e.company_id and y.id = e.fiscal_year_id
             where i.company_id = :company and\s""" + Confidential.without("i.document_id") + " and ";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final CurrentCompany currentCompany;

    OpenRests(JdbcClient jdbc, CurrentActor currentActor, CurrentCompany currentCompany) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.currentCompany = currentCompany;
    }

    /** What is open with a party, by due date. */
    public List<ItemRest> ofParty(UUID party) {
        return select("i.party_id = :sought and not i.settled order by i.due_date, i.id", party);
    }

    /** These items, settled ones too, by due date. */
    public List<ItemRest> ofIds(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : select("i.id in (:sought) order by i.due_date, i.id", ids);
    }

    private List<ItemRest> select(String condition, Object sought) {
        CurrencyCode base = currentCompany.get().baseCurrency();
        return jdbc.sql(SELECT + condition)
                .param("company", currentActor.company().value())
                .param("sought", sought)
                .query((row, n) -> rest(row, base))
                .list();
    }

    private static ItemRest rest(ResultSet row, CurrencyCode base) throws SQLException {
        CurrencyCode currency = CurrencyCode.of(row.getString("currency"));
        Money baseAmount = new Money(row.getBigDecimal("base_amount").abs(), base).rounded();
        return new ItemRest(
                row.getObject("id", UUID.class),
                row.getObject("party_id", UUID.class),
                row.getString("account"),
                row.getInt("effect") > 0 ? Side.DEBIT : Side.CREDIT,
                row.getString("name"),
                row.getObject("due_date", LocalDate.class),
                new Money(row.getBigDecimal("amount").abs(), currency).rounded(),
                new Money(row.getBigDecimal("remaining").abs(), currency).rounded(),
                baseAmount,
                baseAmount.minus(new Money(row.getBigDecimal("base_allocated"), base).rounded()));
    }
}
