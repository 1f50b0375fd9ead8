package io.simbaerp.ledger.allocation;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.architecture.confidential.Confidential;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.ledger.JournalEntryDetails;
import io.simbaerp.ledger.JournalEntryId;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was settled by hand. */
@Query(Duty.VIEW_LEDGER)
public class Settlements {

    private static final String SELECT = """
            select s.id, s.party_id, s.day, s.reason, s.undoes, u.id as undone_by, s.recorded_at, s.recorded_by,
                   e.id as entry_id, j.code || '/' || y.code || '/' || lpad(e.number::text, 6, '0') as entry_number
              from ledger.settlement s
              left join ledger.settlement u on u.company_id = s.company_id and u.undoes = s.id
              left join ledger.settlement o on o.company_id = s.company_id and o.id = s.undoes
              left join ledger.journal_entry e on e.company_id = s.company_id
                    and (e.id = s.entry_id or e.reversal_of = o.entry_id)
              left join ledger.journal j on j.company_id = e.company_id and j.id = e.journal_id
              left join company.fiscal_year y on y.company_id = e.company_id and y.id = e.fiscal_year_id
             where s.company_id = :company and s.id = :sought""";

    private static final String PARTS = """
            select a.item_id, a.against_id, a.amount, a.against_amount, a.item_base, a.against_base,
                   i.currency, o.currency as against_currency,\s"""
            + Confidential.orUnseen("i.document_id", "ic.document_number") + " as name, "
            + Confidential.orUnseen("o.document_id", "oc.document_number") + " as against_name" + """

              from ledger.allocation a
              join ledger.open_item i on i.company_id = a.company_id and i.id = a.item_id
              join ledger.open_item o on o.company_id = a.company_id and o.id = a.against_id
              join ledger.open_item_card ic on ic.company_id = a.company_id and ic.item_id = a.item_id
              join ledger.open_item_card oc on oc.company_id = a.company_id and oc.item_id = a.against_id
             where a.company_id = :company and a.settlement_id = :sought order by a.id""";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final CurrentCompany currentCompany;

    Settlements(JdbcClient jdbc, CurrentActor currentActor, CurrentCompany currentCompany) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.currentCompany = currentCompany;
    }

    /** The settlement with its parts. */
    public Optional<SettlementView> byId(UUID id) {
        return jdbc.sql(SELECT)
                .param("company", currentActor.company().value())
                .param("sought", id)
                .query((row, n) -> view(row, parts(id)))
                .optional();
    }

    private List<SettlementView.Part> parts(UUID id) {
        CurrencyCode base = currentCompany.get().baseCurrency();
        return jdbc.sql(PARTS)
                .param("company", currentActor.company().value())
                .param("sought", id)
                .query((row, n) -> part(row, base))
                .list();
    }

    private static SettlementView view(ResultSet row, List<SettlementView.Part> parts) throws SQLException {
        return new SettlementView(
                row.getObject("id", UUID.class),
                row.getObject("party_id", UUID.class),
                row.getObject("day", LocalDate.class),
                row.getString("reason"),
                row.getObject("undoes", UUID.class),
                row.getObject("undone_by", UUID.class),
                reference(row),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("recorded_by"),
                parts);
    }

    private static JournalEntryDetails.@Nullable Reference reference(ResultSet row) throws SQLException {
        UUID entry = row.getObject("entry_id", UUID.class);
        return entry == null
                ? null
                : new JournalEntryDetails.Reference(new JournalEntryId(entry), row.getString("entry_number"));
    }

    private static SettlementView.Part part(ResultSet row, CurrencyCode base) throws SQLException {
        CurrencyCode currency = CurrencyCode.of(row.getString("currency"));
        CurrencyCode other = CurrencyCode.of(row.getString("against_currency"));
        return new SettlementView.Part(
                row.getObject("item_id", UUID.class),
                row.getString("name"),
                new Money(row.getBigDecimal("amount"), currency).rounded(),
                new Money(row.getBigDecimal("item_base"), base).rounded(),
                row.getObject("against_id", UUID.class),
                row.getString("against_name"),
                new Money(row.getBigDecimal("against_amount"), other).rounded(),
                new Money(row.getBigDecimal("against_base"), base).rounded());
    }
}
