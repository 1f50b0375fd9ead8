package io.simbaerp.invoice.registration;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How invoices hang together: the originals a correction names, the advances a settlement takes off, and what corrected or
 * settled an invoice later. They are found whenever they are asked for, since an original may reach us after its
 * correction.
 */
@Query(Duty.VIEW_DOCUMENT)
public class LinkedInvoices {

    private static final int SHOWN = 50;

    private static final String SAME = """
               o.company_id = i.company_id and o.supplier_key = i.supplier_key and o.id <> i.id and o.state <> 'REJECTED'
           and (o.ksef_number = r.ksef_number
                or (o.number_key = r.number_key and (r.issue_date is null or o.issue_date = r.issue_date)
                    and (o.ksef_number is null or r.ksef_number is null)))""";

    /**
     * An earlier or later invoice this one is linked with.
     *
     * @param documentId its document, if it is with us
     * @param gross BT-112 of the one that is with us
     * @param advance whether it is an advance that is settled
     */
    public record Linked(
            @Nullable String number,
            @Nullable LocalDate issueDate,
            @Nullable String ksefNumber,
            boolean advance,
            @Nullable UUID documentId,
            @Nullable Money gross) {}

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    LinkedInvoices(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** What an invoice names, in its order: the first of them, and which of those are with us. */
    public List<Linked> of(UUID invoiceId) {
        return jdbc.sql("""
                        select r.number, r.issue_date, r.ksef_number, r.advance, o.document_id, o.gross, o.currency
                          from invoice.original_reference r
                          join invoice.purchase_invoice i on i.company_id = r.company_id and i.id = r.purchase_invoice_id
                          left join invoice.purchase_invoice o on """ + SAME + """

                         where r.company_id = :company and r.purchase_invoice_id = :id
                         order by r.position, o.registered_at limit :most""")
                .param("company", currentActor.company().value())
                .param("id", invoiceId)
                .param("most", SHOWN)
                .query(LinkedInvoices::linked)
                .list();
    }

    /** The invoices that correct or settle this one. */
    public List<Linked> naming(UUID invoiceId) {
        return jdbc.sql("""
                        select distinct i.number, i.issue_date, i.ksef_number, r.advance, i.document_id, i.gross,
                               i.currency, i.registered_at
                          from invoice.purchase_invoice o
                          join invoice.original_reference r on r.company_id = o.company_id
                           and (r.ksef_number = o.ksef_number or r.number_key = o.number_key)
                          join invoice.purchase_invoice i on i.company_id = r.company_id and i.id = r.purchase_invoice_id
                         where o.company_id = :company and o.id = :id and i.state <> 'REJECTED' and """ + SAME + """

                         order by i.registered_at limit :most""")
                .param("company", currentActor.company().value())
                .param("id", invoiceId)
                .param("most", SHOWN)
                .query(LinkedInvoices::linked)
                .list();
    }

    private static Linked linked(ResultSet row, int n) throws SQLException {
        String currency = row.getString("currency");
        return new Linked(
                row.getString("number"),
                row.getObject("issue_date", LocalDate.class),
                row.getString("ksef_number"),
                row.getBoolean("advance"),
                row.getObject("document_id", UUID.class),
                currency == null
                        ? null
                        : new Money(Objects.requireNonNull(row.getBigDecimal("gross")), CurrencyCode.of(currency))
                                .rounded());
    }
}
