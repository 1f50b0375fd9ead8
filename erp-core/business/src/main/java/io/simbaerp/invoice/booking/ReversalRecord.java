package io.simbaerp.invoice.booking;

import io.simbaerp.invoice.content.InvoiceDetails;
import io.simbaerp.invoice.registration.Occasion;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down which posting of an invoice was taken back, by whom and why. */
@Component
class ReversalRecord {

    private final JdbcClient jdbc;
    private final Occasion occasion;

    ReversalRecord(JdbcClient jdbc, Occasion occasion) {
        this.jdbc = jdbc;
        this.occasion = occasion;
    }

    void write(InvoiceDetails details, @Nullable UUID reversal, String reason) {
        jdbc.sql("""
                        insert into invoice.reversed_posting
                               (company_id, purchase_invoice_id, position, posted_at, content_hash, journal_entry_id,
                                reversal_id, reason, reversed_by, reversed_at)
                        select i.company_id, i.id,
                               (select count(*) from invoice.reversed_posting r
                                 where r.company_id = i.company_id and r.purchase_invoice_id = i.id),
                               i.posted_at, i.content_hash, i.journal_entry_id, :reversal, :reason, :by, :at
                          from invoice.purchase_invoice i where i.company_id = :company and i.id = :invoice""")
                .param("company", occasion.company().value())
                .param("invoice", details.id())
                .param("reversal", reversal, Types.OTHER)
                .param("reason", reason)
                .param("by", occasion.actor().toString())
                .param("at", Timestamp.from(occasion.now()))
                .update();
    }
}
