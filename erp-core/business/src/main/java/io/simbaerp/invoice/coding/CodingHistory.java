package io.simbaerp.invoice.coding;

import io.simbaerp.architecture.CurrentActor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the invoices of a supplier were coded that stand in the books. */
@Component
public class CodingHistory {

    private static final int LINES = 200;

    private static final String SELECT = """
                        select i.id, i.document_id, i.number, i.issue_date, c.line, c.text, c.item, c.category, c.rate, c.account,
                               c.cost_centre, c.dimensions, c.tax_code
                          from invoice.purchase_invoice i
                          join invoice.coding_line c on c.company_id = i.company_id and c.purchase_invoice_id = i.id
                         where i.company_id = :company and i.supplier_id = :supplier and i.state = 'POSTED'
                         order by i.posted_at desc, i.id desc, c.position limit :lines""";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    CodingHistory(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** The lines of a supplier, the latest first. */
    List<PostedLine> of(UUID supplierId) {
        return jdbc.sql(SELECT)
                .param("company", currentActor.company().value())
                .param("supplier", supplierId)
                .param("lines", LINES)
                .query(CodingHistory::line)
                .list();
    }

    static PostedLine line(ResultSet row, int n) throws SQLException {
        return new PostedLine(
                row.getObject("document_id", UUID.class),
                row.getString("number"),
                row.getObject("issue_date", LocalDate.class),
                row.getString("line"),
                LineText.of(row.getString("text")),
                row.getString("item"),
                row.getString("category"),
                row.getBigDecimal("rate"),
                row.getString("account"),
                row.getString("cost_centre"),
                CodedJson.dimensions(row.getString("dimensions")),
                row.getString("tax_code"));
    }
}
