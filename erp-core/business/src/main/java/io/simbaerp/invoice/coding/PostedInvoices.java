package io.simbaerp.invoice.coding;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.invoice.registration.InvoiceJson;
import io.simbaerp.invoice.registration.SupplierKey;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The posted invoices of the company with their coding, in the order of their posting. */
@Component
class PostedInvoices {

    private static final String SELECT = """
                        select i.id, i.supplier_id, i.supplier_name, i.tax_point, i.currency,
                               cast(i.received -> 'seller' as text) as seller, i.document_id, i.number, i.issue_date,
                               c.line, c.text, c.item, c.category, c.rate, c.account, c.cost_centre, c.dimensions, c.tax_code, c.net
                          from (select company_id, id from invoice.purchase_invoice
                                 where company_id = :company and state = 'POSTED'
                                 order by posted_at desc, id desc limit :most) last
                          join invoice.purchase_invoice i on i.company_id = last.company_id and i.id = last.id
                          join invoice.coding_line c on c.company_id = i.company_id and c.purchase_invoice_id = i.id
                         order by i.posted_at, i.id, c.position""";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final CurrentCompany currentCompany;

    PostedInvoices(JdbcClient jdbc, CurrentActor currentActor, CurrentCompany currentCompany) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.currentCompany = currentCompany;
    }

    /** The latest of them, so many at most. */
    List<Replay.Invoice> latest(int most) {
        String home = currentCompany.get().country();
        Map<UUID, Replay.Invoice> found = new LinkedHashMap<>();
        jdbc.sql(SELECT)
                .param("company", currentActor.company().value())
                .param("most", most)
                .query((ResultSet row) -> {
                    UUID id = row.getObject("id", UUID.class);
                    Replay.Invoice invoice = found.get(id);
                    if (invoice == null) {
                        invoice = invoice(row, home);
                        found.put(id, invoice);
                    }
                    add(row, invoice);
                });
        return List.copyOf(found.values());
    }

    private static Replay.Invoice invoice(ResultSet row, String home) throws SQLException {
        return new Replay.Invoice(
                row.getObject("supplier_id", UUID.class),
                row.getString("supplier_name"),
                SupplierKey.country(InvoiceJson.seller(row.getString("seller"))).orElse(home),
                row.getObject("issue_date", LocalDate.class),
                row.getObject("tax_point", LocalDate.class),
                new ArrayList<>(),
                new LinkedHashMap<>());
    }

    private static void add(ResultSet row, Replay.Invoice invoice) throws SQLException {
        PostedLine posted = CodingHistory.line(row, 0);
        String key = row.getString("line");
        List<PostedLine> parts = invoice.parts().computeIfAbsent(key, any -> new ArrayList<>());
        if (parts.isEmpty()) {
            invoice.lines()
                    .add(new CodableLine(
                            key,
                            row.getString("text"),
                            new Money(row.getBigDecimal("net"), CurrencyCode.of(row.getString("currency"))),
                            posted.category(),
                            posted.rate(),
                            false,
                            posted.item()));
        }
        parts.add(posted);
    }
}
