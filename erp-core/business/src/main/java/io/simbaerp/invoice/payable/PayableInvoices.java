package io.simbaerp.invoice.payable;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The conditions under which posted purchase invoices are paid. */
@Query(Duty.VIEW_DOCUMENT)
public class PayableInvoices {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    PayableInvoices(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** The invoices of these documents, by document; what has none is no purchase invoice. */
    public Map<UUID, PayableInvoice> ofDocuments(Collection<UUID> documents) {
        if (documents.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                        select i.document_id, i.number, i.ksef_number, i.supplier_tax_id, i.payee_account, i.currency,
                               coalesce(i.payee_id, case when i.payee_name is null or exists (
                                   select from invoice.coder c
                                    where c.company_id = i.company_id and c.purchase_invoice_id = i.id)
                                   then i.supplier_id end) as payee_id,
                               i.gross, i.vat,
                               coalesce(i.received #>> '{polish,annotations,splitPayment}', 'false') = 'true'
                                 or i.received::text ilike '%mechanizm podzielonej płatności%' as split,
                               coalesce(i.received #>> '{polish,payments,paid}', 'false') = 'true' as paid,
                               (select coalesce(sum((part #>> '{amount,amount}')::numeric), 0)
                                  from jsonb_array_elements(case jsonb_typeof(i.received #> '{polish,payments,partly}')
                                           when 'array' then i.received #> '{polish,payments,partly}'
                                           else '[]' end) part) as paid_before,
                               array(select c.person from invoice.coder c
                                      where c.company_id = i.company_id and c.purchase_invoice_id = i.id) as coders
                          from invoice.purchase_invoice i
                         where i.company_id = :company and i.document_id in (:documents)""")
                .param("company", currentActor.company().value())
                .param("documents", documents)
                .query(PayableInvoices::invoice)
                .list()
                .stream()
                .collect(Collectors.toMap(PayableInvoice::documentId, Function.identity()));
    }

    private static PayableInvoice invoice(ResultSet row, int n) throws SQLException {
        CurrencyCode currency = CurrencyCode.of(row.getString("currency"));
        BigDecimal vat = row.getBigDecimal("vat");
        return new PayableInvoice(
                row.getObject("document_id", UUID.class),
                row.getString("number"),
                row.getString("ksef_number"),
                row.getObject("payee_id", UUID.class),
                row.getString("supplier_tax_id"),
                row.getString("payee_account"),
                new Money(row.getBigDecimal("gross"), currency).rounded(),
                vat == null ? null : new Money(vat, currency).rounded(),
                row.getBoolean("split"),
                row.getBoolean("paid"),
                new Money(row.getBigDecimal("paid_before"), currency).rounded(),
                Set.copyOf(List.of((UUID[]) row.getArray("coders").getArray())));
    }
}
