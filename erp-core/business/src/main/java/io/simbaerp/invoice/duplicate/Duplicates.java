package io.simbaerp.invoice.duplicate;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.invoice.duplicate.Likeness.Agreement;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the earlier invoices one may be a duplicate of, and keeps what people said about that. */
@Component
public class Duplicates {

    private static final int NEAR_DAYS = 6;
    private static final int MOST = 5;

    private static final String SELECT = """
                        select i.id, i.document_id, i.number, i.issue_date, i.received_on, i.currency, i.gross, i.state,
                               i.ksef_number = :ksef as ksef,
                               i.supplier_key = :key or i.supplier_id = :supplier as supplier,
                               i.credit_note = :creditNote as kind,
                               i.number_key = :number as same_number,
                               i.issue_date = :issue as issued,
                               i.currency = :currency and i.gross = :gross as amount
                          from invoice.purchase_invoice i
                         where i.company_id = :company and i.id <> :id and i.state <> 'REJECTED'
                           and (i.registered_at, i.id) < (:registered, :id)
                           and i.id in (
                               select id from invoice.purchase_invoice
                                where company_id = :company and ksef_number = :ksef
                               union select id from invoice.purchase_invoice
                                where company_id = :company and supplier_key = :key and number_key = :number
                               union select id from invoice.purchase_invoice
                                where company_id = :company and supplier_id = :supplier and number_key = :number
                               union select id from invoice.purchase_invoice
                                where company_id = :company and supplier_key = :key
                                  and gross_hundredths = cast(round(:gross * 100) as bigint)
                                  and issue_date between :from and :to and credit_note = :creditNote
                                  and currency = :currency and gross = :gross and gross <> 0
                               union select id from invoice.purchase_invoice
                                where company_id = :company and supplier_id = :supplier
                                  and gross_hundredths = cast(round(:gross * 100) as bigint)
                                  and issue_date between :from and :to and credit_note = :creditNote
                                  and currency = :currency and gross = :gross and gross <> 0)
                        """;

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;

    Duplicates(JdbcClient jdbc, CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** Lets two invoices that may be the same be registered one after the other, never side by side. */
    public void waitForOthers(Sample sample) {
        Set<String> keys = new TreeSet<>();
        keys.add("number|" + sample.supplierKey() + "|" + sample.numberKey());
        keys.add("amount|" + sample.supplierKey() + "|" + sample.gross().rounded());
        if (sample.ksefNumber() != null) {
            keys.add("ksef|" + sample.ksefNumber());
        }
        keys.forEach(key -> jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .param("key", "invoice.duplicate|" + currentActor.company() + "|" + key)
                .query(row -> {}));
    }

    /** What it may be a duplicate of and nobody has told it apart from, the likeliest first. */
    public List<Likeness> of(Sample sample) {
        return statement(sample, """
                        and not exists (select from invoice.told_apart t
                                         where t.company_id = i.company_id and t.purchase_invoice_id = :id
                                           and t.other_id = i.id)""");
    }

    /** What it looks like, and a person said all the same that it is another invoice. */
    public List<Likeness> toldApart(Sample sample) {
        return statement(sample, """
                        and exists (select from invoice.told_apart t
                                     where t.company_id = i.company_id and t.purchase_invoice_id = :id
                                       and t.other_id = i.id)""");
    }

    /** Keeps that a person looked at these and found that it is none of them. */
    void tellApart(Sample sample, List<Likeness> others) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql("update invoice.purchase_invoice set apart = id where company_id = :company and id = :id")
                .param("company", currentActor.company().value())
                .param("id", sample.invoiceId())
                .update();
        others.forEach(other -> jdbc.sql("""
                        insert into invoice.told_apart
                               (company_id, purchase_invoice_id, other_id, reason, decided_by, decided_at)
                        values (:company, :id, :other, :reason, :by, :at)
                        on conflict do nothing""")
                .param("company", currentActor.company().value())
                .param("id", sample.invoiceId())
                .param("other", other.invoiceId())
                .param("reason", other.reason().name())
                .param("by", currentActor.actor().toString())
                .param("at", now)
                .update());
    }

    private List<Likeness> statement(Sample sample, String decided) {
        return jdbc
                .sql(SELECT + decided + " order by i.registered_at desc, i.id desc limit 50")
                .param("company", currentActor.company().value())
                .param("id", sample.invoiceId())
                .param("registered", Timestamp.from(sample.registeredAt()))
                .param("supplier", sample.supplierId(), Types.OTHER)
                .param("key", sample.supplierKey())
                .param("number", sample.numberKey())
                .param("creditNote", sample.creditNote())
                .param("issue", sample.issueDate())
                .param("currency", sample.gross().currency().code())
                .param("gross", sample.gross().amount())
                .param("ksef", sample.ksefNumber(), Types.VARCHAR)
                .param("from", sample.issueDate().minusDays(NEAR_DAYS))
                .param("to", sample.issueDate().plusDays(NEAR_DAYS))
                .query(Duplicates::likeness)
                .list()
                .stream()
                .sorted(Comparator.comparing(Likeness::reason))
                .limit(MOST)
                .toList();
    }

    private static Likeness likeness(ResultSet row, int n) throws SQLException {
        Set<Agreement> agrees = EnumSet.noneOf(Agreement.class);
        add(agrees, Agreement.KSEF_NUMBER, row.getBoolean("ksef"));
        add(agrees, Agreement.SUPPLIER, row.getBoolean("supplier"));
        add(agrees, Agreement.KIND, row.getBoolean("kind"));
        add(agrees, Agreement.NUMBER, row.getBoolean("same_number"));
        add(agrees, Agreement.ISSUE_DATE, row.getBoolean("issued"));
        add(agrees, Agreement.AMOUNT, row.getBoolean("amount"));
        return new Likeness(
                row.getObject("id", UUID.class),
                row.getObject("document_id", UUID.class),
                row.getString("number"),
                row.getObject("issue_date", LocalDate.class),
                row.getObject("received_on", LocalDate.class),
                new Money(row.getBigDecimal("gross"), CurrencyCode.of(row.getString("currency"))).rounded(),
                row.getString("state"),
                agrees);
    }

    private static void add(Set<Agreement> agrees, Agreement agreement, boolean holds) {
        if (holds) {
            agrees.add(agreement);
        }
    }
}
