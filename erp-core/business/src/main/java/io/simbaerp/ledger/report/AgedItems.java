package io.simbaerp.ledger.report;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.architecture.confidential.Confidential;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Claims and debts as they stood on a day: items posted until then less what was settled until then. Settling later changes
 * nothing, and what was undone since counts as it did.
 */
@Query(Duty.VIEW_LEDGER)
public class AgedItems {

    /** Whose items. */
    public enum Control {
        CUSTOMER,
        SUPPLIER
    }

    /**
     * Which items.
     *
     * @param partyId the only party, or null for all
     * @param knownOn only what was recorded until then, or null for all that is known
     */
    public record Filter(
            Control control,
            LocalDate day,
            @Nullable UUID partyId,
            @Nullable Instant knownOn) {}

    /**
     * An item with what was left of it; negative if it goes the other way, such as a credit note.
     *
     * @param late days since it was due; negative before
     */
    public record Item(
            UUID id,
            UUID partyId,
            String party,
            UUID entryId,
            String entryNumber,
            @Nullable UUID documentId,
            @Nullable String documentNumber,
            LocalDate dueDate,
            long late,
            Money remaining) {}

    private static final String ITEMS =
            "select i.id, i.party_id, coalesce(c.party_name, '') as party, i.entry_id, i.due_date,"
                    + " i.currency, x.remaining, cast(:day as date) - i.due_date as late,"
                    + " j.code || '/' || y.code || '/' || lpad(e.number::text, 6, '0') as entry_number, "
                    + Confidential.orNothing("i.document_id", "i.document_id") + " as document_id, "
                    + Confidential.orNothing("i.document_id", "c.document_number") + " as document_number "
                    + """
              from ledger.open_item i
              join ledger.open_item_card c on c.company_id = i.company_id and c.item_id = i.id
              join ledger.account a on a.company_id = i.company_id and a.id = i.account_id
              join ledger.journal_entry e on e.company_id = i.company_id and e.id = i.entry_id
              join ledger.journal j on j.company_id = e.company_id and j.id = e.journal_id
              join company.fiscal_year y on y.company_id = e.company_id and y.id = e.fiscal_year_id
              cross join lateral (
                   select case when (i.side = 'DEBIT') = (a.control = 'CUSTOMER') then 1 else -1 end
                          * (i.amount - sign(i.amount) * coalesce(sum(
                                case when l.item_id = i.id then l.amount else coalesce(l.against_amount, l.amount) end), 0))
                          as remaining
                     from ledger.allocation l
                     left join ledger.settlement s on s.company_id = l.company_id and s.id = l.settlement_id
                    where l.company_id = i.company_id and (l.item_id = i.id or l.against_id = i.id)
                      and coalesce(s.day, (l.recorded_at at time zone :zone)::date) <= :day
                      and l.recorded_at <= coalesce(:known, 'infinity'::timestamptz)) x
             where i.company_id = :company and a.control = :control and (not i.settled or :past)
               and e.posting_date <= :day and e.recorded_at <= coalesce(:known, 'infinity'::timestamptz)
               and i.party_id = coalesce(:party, i.party_id) and x.remaining <> 0
             order by c.sort_party, i.party_id, i.currency, i.due_date, i.id""";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final CurrentCompany currentCompany;
    private final BusinessDay businessDay;

    AgedItems(JdbcClient jdbc, CurrentActor currentActor, CurrentCompany currentCompany, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.currentCompany = currentCompany;
        this.businessDay = businessDay;
    }

    /** What was left, by party, currency and due date. */
    public List<Item> on(Filter filter) {
        Instant known = filter.knownOn();
        return jdbc.sql(ITEMS)
                .param("company", currentActor.company().value())
                .param("control", filter.control().name())
                .param("day", filter.day())
                .param("zone", currentCompany.get().timeZone().getId())
                .param(
                        "known",
                        known == null ? null : known.atOffset(ZoneOffset.UTC),
                        java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("party", filter.partyId(), java.sql.Types.OTHER)
                .param("past", known != null || filter.day().isBefore(businessDay.today()))
                .query((row, n) -> item(row))
                .list();
    }

    private static Item item(ResultSet row) throws SQLException {
        return new Item(
                row.getObject("id", UUID.class),
                row.getObject("party_id", UUID.class),
                row.getString("party"),
                row.getObject("entry_id", UUID.class),
                row.getString("entry_number"),
                row.getObject("document_id", UUID.class),
                row.getString("document_number"),
                row.getObject("due_date", LocalDate.class),
                row.getLong("late"),
                new Money(row.getBigDecimal("remaining"), CurrencyCode.of(row.getString("currency"))).rounded());
    }
}
