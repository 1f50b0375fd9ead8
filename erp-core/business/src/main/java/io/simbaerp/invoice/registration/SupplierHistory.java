package io.simbaerp.invoice.registration;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a supplier charged before. */
@Component
public class SupplierHistory {

    /** An earlier invoice in the same currency; the net is negative for a credit note. */
    public record Earlier(String number, LocalDate issueDate, Money net) {}

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    SupplierHistory(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** The last few invoices before this one, the latest first; rejected ones don't count. */
    public List<Earlier> before(
            UUID supplierId, UUID invoiceId, LocalDate issueDate, CurrencyCode currency, int count) {
        return jdbc.sql("""
                        select number, issue_date, case when credit_note then -net else net end as net
                          from invoice.purchase_invoice
                         where company_id = :company and supplier_id = :supplier and (issue_date, id) < (:day, :id)
                           and state <> 'REJECTED' and currency = :currency
                         order by issue_date desc, id desc limit :count""")
                .param("company", currentActor.company().value())
                .param("supplier", supplierId)
                .param("id", invoiceId)
                .param("day", issueDate)
                .param("currency", currency.code())
                .param("count", count)
                .query((row, n) -> new Earlier(
                        row.getString("number"),
                        row.getObject("issue_date", LocalDate.class),
                        new Money(row.getBigDecimal("net"), currency).rounded()))
                .list();
    }
}
