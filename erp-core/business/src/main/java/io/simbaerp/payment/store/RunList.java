package io.simbaerp.payment.store;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import io.simbaerp.payment.PaymentRunId;
import io.simbaerp.payment.PaymentRunState;
import io.simbaerp.payment.PaymentRuns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Runs as lists show them. */
@Component
public class RunList {

    private static final String LIST = """
            select r.id, r.number, r.state, a.name, a.currency, r.due_until, r.proposed_by, r.proposed_at, r.version,
                   coalesce(o.total, 0) as total, coalesce(o.orders, 0) as orders,
                   (select count(*) from payment.blocked_item b
                     where b.company_id = r.company_id and b.run_id = r.id and b.order_id is null) as blocked
              from payment.payment_run r
              join company.bank_account a on a.company_id = r.company_id and a.id = r.account_id
              left join lateral (
                   select sum(p.amount) as total, count(*) as orders from payment.payment_order p
                    where p.company_id = r.company_id and p.run_id = r.id and p.removed_at is null) o on true
             where r.company_id = :company and r.id = any (cast(:ids as uuid[]))
             order by array_position(cast(:ids as uuid[]), r.id)""";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    RunList(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    public List<PaymentRuns.Row> rows(List<UUID> ids) {
        return jdbc.sql(LIST)
                .param("company", currentActor.company().value())
                .param("ids", ids.toArray(UUID[]::new))
                .query(RunList::row)
                .list();
    }

    private static PaymentRuns.Row row(ResultSet row, int n) throws SQLException {
        return new PaymentRuns.Row(
                new PaymentRunId(row.getObject("id", UUID.class)),
                row.getString("number"),
                PaymentRunState.valueOf(row.getString("state")),
                row.getString("name"),
                row.getObject("due_until", LocalDate.class),
                new Money(row.getBigDecimal("total"), CurrencyCode.of(row.getString("currency"))).rounded(),
                row.getInt("orders"),
                row.getInt("blocked"),
                row.getString("proposed_by"),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                row.getInt("version"));
    }
}
