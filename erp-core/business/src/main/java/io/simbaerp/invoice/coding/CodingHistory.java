package io.simbaerp.invoice.coding;

import io.simbaerp.architecture.CurrentActor;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the invoices of a supplier were coded that stand in the books. */
@Component
public class CodingHistory {

    private static final int LINES = 200;

    /** A line that was posted, the latest first. */
    record PostedLine(
            String text,
            @Nullable String category,
            @Nullable BigDecimal rate,
            String account,
            @Nullable String costCentre,
            String taxCode) {}

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    CodingHistory(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    List<PostedLine> of(UUID supplierId) {
        return jdbc.sql("""
                        select c.text, c.category, c.rate, c.account, c.cost_centre, c.tax_code
                          from invoice.purchase_invoice i
                          join invoice.coding_line c on c.company_id = i.company_id and c.purchase_invoice_id = i.id
                         where i.company_id = :company and i.supplier_id = :supplier and i.state = 'POSTED'
                         order by i.posted_at desc, i.id desc, c.position limit :lines""")
                .param("company", currentActor.company().value())
                .param("supplier", supplierId)
                .param("lines", LINES)
                .query((row, n) -> new PostedLine(
                        row.getString("text"),
                        row.getString("category"),
                        row.getBigDecimal("rate"),
                        row.getString("account"),
                        row.getString("cost_centre"),
                        row.getString("tax_code")))
                .list();
    }

    Optional<Proposal.Precedent> lastOf(UUID supplierId) {
        return jdbc.sql("""
                        select count(*) over () as posted, document_id, number, issue_date
                          from invoice.purchase_invoice
                         where company_id = :company and supplier_id = :supplier and state = 'POSTED'
                         order by posted_at desc, id desc limit 1""")
                .param("company", currentActor.company().value())
                .param("supplier", supplierId)
                .query((row, n) -> new Proposal.Precedent(
                        row.getInt("posted"),
                        row.getObject("document_id", UUID.class),
                        row.getString("number"),
                        row.getObject("issue_date", LocalDate.class)))
                .optional();
    }
}
