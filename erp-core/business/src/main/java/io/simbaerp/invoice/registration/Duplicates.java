package io.simbaerp.invoice.registration;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds invoices that may be the same. Exact: same supplier, kind, number and issue date. Likely: same supplier and
 * number, or same kind and amount within a week. Rejected invoices don't count.
 */
@Component
public class Duplicates {

    private static final int NEAR_DAYS = 6;

    /** What is compared. */
    public record Sample(
            UUID invoiceId,
            String supplierKey,
            String numberKey,
            boolean creditNote,
            LocalDate issueDate,
            Money gross) {}

    /** An invoice that looks like it. */
    public record Likeness(
            UUID invoiceId,
            UUID documentId,
            String number,
            LocalDate issueDate,
            LocalDate receivedOn,
            Money gross,
            boolean exact,
            boolean sameNumber) {}

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    Duplicates(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** Lets two invoices with the same number of one supplier be registered one after the other, never side by side. */
    public void waitForOthers(Sample sample) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .param("key", currentActor.company() + "|" + sample.supplierKey() + "|" + sample.numberKey())
                .query((row, n) -> true)
                .list();
    }

    /** What it may be a duplicate of, the likeliest first. */
    public List<Likeness> of(Sample sample) {
        return jdbc.sql("""
                        select id, document_id, number, issue_date, received_on, currency, gross,
                               number_key = :number and credit_note = :creditNote and issue_date = :issue as exact,
                               number_key = :number as same_number
                          from invoice.purchase_invoice
                         where company_id = :company and supplier_key = :supplier and id <> :id and state <> 'REJECTED'
                           and (number_key = :number
                                or (credit_note = :creditNote and currency = :currency and gross = :gross
                                    and issue_date between :from and :to))
                         order by exact desc, same_number desc, issue_date desc, id desc limit 5""")
                .param("company", currentActor.company().value())
                .param("supplier", sample.supplierKey())
                .param("id", sample.invoiceId())
                .param("number", sample.numberKey())
                .param("creditNote", sample.creditNote())
                .param("issue", sample.issueDate())
                .param("currency", sample.gross().currency().code())
                .param("gross", sample.gross().amount())
                .param("from", sample.issueDate().minusDays(NEAR_DAYS))
                .param("to", sample.issueDate().plusDays(NEAR_DAYS))
                .query(Duplicates::likeness)
                .list();
    }

    private static Likeness likeness(ResultSet row, int n) throws SQLException {
        return new Likeness(
                row.getObject("id", UUID.class),
                row.getObject("document_id", UUID.class),
                row.getString("number"),
                row.getObject("issue_date", LocalDate.class),
                row.getObject("received_on", LocalDate.class),
                new Money(row.getBigDecimal("gross"), CurrencyCode.of(row.getString("currency"))).rounded(),
                row.getBoolean("exact"),
                row.getBoolean("same_number"));
    }
}
