package io.simbaerp.invoice.automation;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.NewId;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is kept about codings as proposed and about touchless coding. */
@Component
class TouchlessRows {

    private static final int COMPARED = 12;

    private static final String SELECT = """
            select s.supplier_id, t.switched_on_by, t.switched_on_at,
                   (select count(*) from invoice.touchless_coding c
                      join invoice.purchase_invoice i on i.company_id = c.company_id and i.id = c.purchase_invoice_id
                     where c.company_id = :company and i.supplier_id = s.supplier_id) as coded,
                   (select coalesce(min(place) - 1, max(place_of_all), 0)
                      from (select case when not as_proposed then place end as place, place as place_of_all
                              from (select row_number() over (order by i.posted_at desc, i.id desc) as place,
                                           coalesce((select a.as_proposed from invoice.coding_act a
                                                      where a.company_id = i.company_id
                                                        and a.purchase_invoice_id = i.id
                                                      order by a.coded_at desc, a.id desc limit 1), false) as as_proposed
                                      from invoice.purchase_invoice i
                                     where i.company_id = :company and i.supplier_id = s.supplier_id
                                       and i.state = 'POSTED'
                                     order by i.posted_at desc, i.id desc limit 3) latest) judged) as unedited
              from (select unnest(cast(cast(:suppliers as text[]) as uuid[])) as supplier_id) s
              left join invoice.touchless_switch t on t.company_id = :company and t.supplier_id = s.supplier_id
                                                   and t.switched_off_at is null""";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;

    TouchlessRows(JdbcClient jdbc, CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** What was charged lately. */
    record Range(Money least, Money most, int invoices) {}

    List<TouchlessSwitch> of(Collection<UUID> suppliers) {
        return jdbc.sql(SELECT)
                .param("company", company())
                .param("suppliers", suppliers.stream().map(UUID::toString).toArray(String[]::new), Types.ARRAY)
                .query(TouchlessRows::view)
                .list();
    }

    TouchlessSwitch of(UUID supplier) {
        return of(List.of(supplier)).get(0);
    }

    /** Who switched it on for a supplier, if it is on. */
    Optional<UUID> switchedOnBy(UUID supplier) {
        return jdbc.sql("""
                        select switched_on_by from invoice.touchless_switch
                         where company_id = :company and supplier_id = :supplier and switched_off_at is null""")
                .param("company", company())
                .param("supplier", supplier)
                .query(UUID.class)
                .optional();
    }

    /** Those it is switched on for. */
    List<UUID> switchedOn() {
        return jdbc.sql("""
                        select supplier_id from invoice.touchless_switch
                         where company_id = :company and switched_off_at is null order by switched_on_at""").param("company", company()).query(UUID.class).list();
    }

    /** Lets two who switch the same supplier at once do so one after the other. */
    void takeTurns(UUID supplier) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .param("key", "invoice.touchless|" + company() + "|" + supplier)
                .query(row -> {});
    }

    void switchOn(UUID supplier, UUID person) {
        jdbc.sql("""
                        insert into invoice.touchless_switch
                               (company_id, id, supplier_id, switched_on_by, switched_on_at)
                        values (:company, :id, :supplier, :person, :now)""")
                .param("company", company())
                .param("id", NewId.at(clock))
                .param("supplier", supplier)
                .param("person", person)
                .param("now", now())
                .update();
    }

    void switchOff(UUID supplier) {
        jdbc.sql("""
                        update invoice.touchless_switch set switched_off_by = :by, switched_off_at = :now
                         where company_id = :company and supplier_id = :supplier and switched_off_at is null""")
                .param("company", company())
                .param("supplier", supplier)
                .param("by", currentActor.actor().toString())
                .param("now", now())
                .update();
    }

    void coded(UUID invoice) {
        jdbc.sql("""
                        insert into invoice.touchless_coding (company_id, purchase_invoice_id, coded_at)
                        values (:company, :invoice, :now)""")
                .param("company", company())
                .param("invoice", invoice)
                .param("now", now())
                .update();
    }

    boolean wasAsked(UUID invoice) {
        return jdbc.sql("""
                        select exists (select from invoice.question
                                        where company_id = :company and purchase_invoice_id = :invoice)""")
                .param("company", company())
                .param("invoice", invoice)
                .query(Boolean.class)
                .single();
    }

    /** The least and the most among the supplier's latest posted invoices in a currency. */
    Optional<Range> usual(UUID supplier, CurrencyCode currency) {
        return jdbc.sql("""
                        select min(net) as least, max(net) as most, count(*) as invoices
                          from (select net from invoice.purchase_invoice
                                 where company_id = :company and supplier_id = :supplier and state = 'POSTED'
                                   and currency = :currency and not credit_note
                                 order by posted_at desc, id desc limit :compared) latest""")
                .param("company", company())
                .param("supplier", supplier)
                .param("currency", currency.code())
                .param("compared", COMPARED)
                .query((row, n) -> range(row, currency))
                .single();
    }

    private static Optional<Range> range(ResultSet row, CurrencyCode currency) throws SQLException {
        BigDecimal least = row.getBigDecimal("least");
        return least == null
                ? Optional.empty()
                : Optional.of(new Range(
                        new Money(least, currency),
                        new Money(row.getBigDecimal("most"), currency),
                        row.getInt("invoices")));
    }

    private static TouchlessSwitch view(ResultSet row, int n) throws SQLException {
        @Nullable OffsetDateTime since = row.getObject("switched_on_at", OffsetDateTime.class);
        return new TouchlessSwitch(
                row.getObject("supplier_id", UUID.class),
                row.getObject("switched_on_by", UUID.class),
                since == null ? null : since.toInstant(),
                row.getInt("unedited"),
                row.getInt("coded"));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private UUID company() {
        return currentActor.company().value();
    }
}
