package io.simbaerp.ledger.revaluation;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.architecture.confidential.Confidential;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.ledger.JournalEntryDetails;
import io.simbaerp.ledger.JournalEntryId;
import io.simbaerp.ledger.Side;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.ExchangeRate;
import io.simbaerp.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was valued so far. */
@Query(Duty.VIEW_LEDGER)
public class Revaluations {

    /**
     * A valuation.
     *
     * @param entry of the day
     * @param back of the next day; nothing where the differences stay
     */
    public record RevaluationView(
            UUID id,
            LocalDate day,
            RateSource source,
            RevaluationMethod method,
            JournalEntryDetails.Reference entry,
            JournalEntryDetails.@Nullable Reference back,
            int items,
            int accounts,
            Instant recordedAt,
            String recordedBy,
            @Nullable String takenBackFor) {}

    private static final String SELECT = """
            select r.id, r.day, r.source, r.method, r.items, r.accounts, r.recorded_at, r.recorded_by, r.taken_back_for, r.entry_id, r.back_id,
                   j.code || '/' || y.code || '/' || lpad(e.number::text, 6, '0') as entry_number,
                   k.code || '/' || z.code || '/' || lpad(b.number::text, 6, '0') as back_number
              from ledger.revaluation r
              join ledger.journal_entry e on e.company_id = r.company_id and e.id = r.entry_id
              join ledger.journal j on j.company_id = e.company_id and j.id = e.journal_id
              join company.fiscal_year y on y.company_id = e.company_id and y.id = e.fiscal_year_id
              left join ledger.journal_entry b on b.company_id = r.company_id and b.id = r.back_id
              left join ledger.journal k on k.company_id = b.company_id and k.id = b.journal_id
              left join company.fiscal_year z on z.company_id = b.company_id and z.id = b.fiscal_year_id
             where r.company_id = :company\s""";

    private static final String ITEMS = """
            select i.id, i.party_id, c.party_name, a.code as account, ledger.effect(i.side, i.amount) as effect, i.currency,
                   v.open_amount, v.carried, v.adjusted, v.rate, v.rate_date, v.rate_table, r.source, v.value,\s""" + Confidential.orUnseen("i.document_id", "c.document_number") + """
                    as name
              from ledger.revalued_item v
              join ledger.revaluation r on r.company_id = v.company_id and r.id = v.revaluation_id
              join ledger.open_item i on i.company_id = v.company_id and i.id = v.item_id
              join ledger.open_item_card c on c.company_id = i.company_id and c.item_id = i.id
              join ledger.account a on a.company_id = i.company_id and a.id = i.account_id
             where v.company_id = :company and v.revaluation_id = :id order by c.sort_party, i.due_date, i.id""";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final CurrentCompany currentCompany;

    Revaluations(JdbcClient jdbc, CurrentActor currentActor, CurrentCompany currentCompany) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.currentCompany = currentCompany;
    }

    /** The latest days first. */
    public List<RevaluationView> latest(int limit) {
        return jdbc.sql(SELECT + "order by r.day desc, r.id desc limit :limit")
                .param("company", currentActor.company().value())
                .param("limit", limit)
                .query((row, n) -> view(row))
                .list();
    }

    /** One of them. */
    public Optional<RevaluationView> byId(UUID id) {
        return jdbc.sql(SELECT + "and r.id = :id")
                .param("company", currentActor.company().value())
                .param("id", id)
                .query((row, n) -> view(row))
                .optional();
    }

    /** The items it valued. */
    public List<RevaluationPlan.Item> items(UUID id) {
        CurrencyCode base = currentCompany.get().baseCurrency();
        return jdbc.sql(ITEMS)
                .param("company", currentActor.company().value())
                .param("id", id)
                .query((row, n) -> item(row, base))
                .list();
    }

    /** The accounts it valued. */
    public List<RevaluationPlan.Account> accounts(UUID id) {
        CurrencyCode base = currentCompany.get().baseCurrency();
        return jdbc.sql("""
                        select v.account_id, a.code, case when :language = 'pl' then a.name_pl else a.name_en end as name,
                               v.currency, v.balance, v.carried, v.rate, v.rate_date, v.rate_table, r.source, v.value
                          from ledger.revalued_account v
                          join ledger.revaluation r on r.company_id = v.company_id and r.id = v.revaluation_id
                          join ledger.account a on a.company_id = v.company_id and a.id = v.account_id
                         where v.company_id = :company and v.revaluation_id = :id order by a.code""")
                .param("company", currentActor.company().value())
                .param("language", LocaleContextHolder.getLocale().getLanguage())
                .param("id", id)
                .query((row, n) -> account(row, base))
                .list();
    }

    private static RevaluationView view(ResultSet row) throws SQLException {
        return new RevaluationView(
                row.getObject("id", UUID.class),
                row.getObject("day", LocalDate.class),
                RateSource.valueOf(row.getString("source")),
                RevaluationMethod.valueOf(row.getString("method")),
                new JournalEntryDetails.Reference(
                        new JournalEntryId(row.getObject("entry_id", UUID.class)), row.getString("entry_number")),
                back(row),
                row.getInt("items"),
                row.getInt("accounts"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("recorded_by"),
                row.getString("taken_back_for"));
    }

    private static JournalEntryDetails.@Nullable Reference back(ResultSet row) throws SQLException {
        UUID back = row.getObject("back_id", UUID.class);
        return back == null
                ? null
                : new JournalEntryDetails.Reference(new JournalEntryId(back), row.getString("back_number"));
    }

    private static RevaluationPlan.Item item(ResultSet row, CurrencyCode base) throws SQLException {
        CurrencyCode currency = CurrencyCode.of(row.getString("currency"));
        String name = row.getString("name");
        return new RevaluationPlan.Item(
                row.getObject("id", UUID.class),
                row.getObject("party_id", UUID.class),
                row.getString("party_name"),
                name == null ? "" : name,
                row.getString("account"),
                row.getInt("effect") > 0 ? Side.DEBIT : Side.CREDIT,
                new Money(row.getBigDecimal("open_amount"), currency).rounded(),
                new Money(row.getBigDecimal("carried"), base).rounded(),
                new Money(row.getBigDecimal("adjusted"), base).rounded(),
                rate(row, currency, base),
                new Money(row.getBigDecimal("value"), base).rounded());
    }

    private static RevaluationPlan.Account account(ResultSet row, CurrencyCode base) throws SQLException {
        CurrencyCode currency = CurrencyCode.of(row.getString("currency"));
        return new RevaluationPlan.Account(
                row.getObject("account_id", UUID.class),
                row.getString("code"),
                row.getString("name"),
                new Money(row.getBigDecimal("balance"), currency).rounded(),
                new Money(row.getBigDecimal("carried"), base).rounded(),
                rate(row, currency, base),
                new Money(row.getBigDecimal("value"), base).rounded());
    }

    private static ExchangeRate rate(ResultSet row, CurrencyCode currency, CurrencyCode base) throws SQLException {
        return new ExchangeRate(
                currency,
                base,
                row.getBigDecimal("rate").stripTrailingZeros(),
                row.getObject("rate_date", LocalDate.class),
                row.getString("rate_table"),
                row.getString("source"));
    }
}
