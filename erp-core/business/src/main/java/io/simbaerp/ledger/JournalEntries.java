package io.simbaerp.ledger;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.confidential.Confidential;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.ledger.dimension.AxisNumbers;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Posted entries, one by one and as the journal lists them. */
@Query(Duty.VIEW_LEDGER)
public class JournalEntries {

    /**
     * What the list is narrowed to; null means any.
     *
     * @param journal a journal's code
     */
    public record Filter(
            @Nullable String journal,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        public static final Filter NONE = new Filter(null, null, null);
    }

    /**
     * An entry in a list.
     *
     * @param recordedLate the day it was recorded, if its period was over by then
     */
    public record EntryRow(
            JournalEntryId id,
            String number,
            String journal,
            EntryKind kind,
            LocalDate postingDate,
            String periodCode,
            @Nullable LocalDate recordedLate,
            String narration,
            @Nullable String documentNumber,
            @Nullable UUID documentId,
            Money total) {

        /** What follows this row in the list. */
        public String cursor() {
            return postingDate + "_" + id;
        }
    }

    private record Cursor(@Nullable LocalDate day, @Nullable UUID id) {

        static Cursor parse(String text) {
            String[] parts = text.split("_");
            try {
                return new Cursor(LocalDate.parse(parts[0]), UUID.fromString(parts[1]));
            } catch (DateTimeException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                throw RuleViolation.ofField("after", "list.cursor-unknown", text);
            }
        }
    }

    /** A journal, such as ZK Purchases. */
    public record JournalView(String code, String nameEn, String namePl) {

        /** Its name in one of the two languages. */
        public String name(String language) {
            return "pl".equals(language) ? namePl : nameEn;
        }
    }

    private static final String NUMBER = "%1$s.code || '/' || %2$s.code || '/' || lpad(%3$s.number::text, 6, '0')";

    private static final String FROM = """
              from ledger.journal_entry e
              join ledger.journal j on j.company_id = e.company_id and j.id = e.journal_id
              join company.fiscal_period p on p.company_id = e.company_id and p.id = e.fiscal_period_id
              join company.fiscal_year y on y.company_id = e.company_id and y.id = e.fiscal_year_id
            """;

    private static final String TEXTS = Confidential.orUnseen("e.document_id", "e.narration") + " as narration, "
            + Confidential.orNothing("e.document_id", "e.document_number") + " as document_number, "
            + Confidential.orNothing("e.document_id", "e.document_id") + " as document_id";

    private static final String ENTRY =
            "select e.id, e.kind, e.operation_date, e.document_date, e.posting_date, e.recorded_at, e.recorded_by,"
                    + " e.approval_reference, e.idempotency_key, e.total, " + TEXTS
                    + ", j.code as journal, p.code as period_code, y.code as year_code, "
                    + NUMBER.formatted("j", "y", "e") + " as full_number, o.id as original_id, "
                    + NUMBER.formatted("j", "oy", "o") + " as original_number, r.id as reversal_id, "
                    + NUMBER.formatted("j", "ry", "r") + " as reversal_number " + FROM
                    + """
              left join ledger.journal_entry o on o.company_id = e.company_id and o.id = e.reversal_of
              left join company.fiscal_year oy on oy.company_id = e.company_id and oy.id = o.fiscal_year_id
              left join ledger.journal_entry r on r.company_id = e.company_id and r.reversal_of = e.id
              left join company.fiscal_year ry on ry.company_id = e.company_id and ry.id = r.fiscal_year_id
             where e.company_id = :company and\s""";

    private static final String LINES = "select l.*, " + Confidential.orUnseen("e.document_id", "l.text") + """
                    as shown, a.code as account, a.name_en, a.name_pl, c.code as cost_centre,
                   ledger.dimension_numbers(l.company_id, l.dimensions) as dimension_numbers
              from ledger.journal_entry e
              join ledger.journal_line l on (l.company_id, l.entry_id, l.posting_date)
                                          = (e.company_id, e.id, e.posting_date)
              join ledger.account a on a.company_id = l.company_id and a.id = l.account_id
              left join ledger.cost_centre c on c.company_id = l.company_id and c.id = l.cost_centre_id
             where e.company_id = :company and e.id = any(:entries) order by e.id, l.line_number""";

    private static final String RECORDED_LATE = """
            case when (e.recorded_at at time zone :zone)::date > p.last_day
                 then (e.recorded_at at time zone :zone)::date end as recorded_late""";

    private record LineOfEntry(UUID entryId, JournalEntryDetails.Line line) {}

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final CurrentCompany currentCompany;

    JournalEntries(JdbcClient jdbc, CurrentActor currentActor, CurrentCompany currentCompany) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.currentCompany = currentCompany;
    }

    public Optional<JournalEntryDetails> byId(JournalEntryId id) {
        return entries("e.id = :id", "id", id.value()).stream().findFirst();
    }

    /** Whether it was made from a document that whoever acts may not see. */
    public boolean speaksOfUnseen(JournalEntryId id) {
        return jdbc.sql(
                        "select exists (select from ledger.journal_entry e where e.company_id = :company and e.id = :id and "
                                + Confidential.hides("e.document_id") + ")")
                .param("company", currentActor.company().value())
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    /** The entries made from a document, oldest first. */
    public List<JournalEntryDetails> ofDocument(UUID documentId) {
        return entries(
                "e.document_id = :document and " + Confidential.without("e.document_id")
                        + " order by e.recorded_at, e.id",
                "document",
                documentId);
    }

    /**
     * Entries by posting date, newest first. Only what narrows the list stands in its conditions: so a page is read from
     * its place in the index, however many entries come before it.
     *
     * @param after the {@link EntryRow#cursor()} of the last row seen, or null for the first page
     */
    public List<EntryRow> list(Filter filter, @Nullable String after, int limit) {
        CurrencyCode base = currentCompany.get().baseCurrency();
        Cursor cursor = after == null ? new Cursor(null, null) : Cursor.parse(after);
        return jdbc.sql("select e.id, e.kind, e.posting_date, e.total, " + TEXTS + ","
                        + " j.code as journal, p.code as period_code, " + NUMBER.formatted("j", "y", "e")
                        + " as full_number, " + RECORDED_LATE + FROM + " where e.company_id = :company"
                        + (filter.journal() == null ? "" : " and j.code = :journal")
                        + (filter.from() == null ? "" : " and e.posting_date >= :from::date")
                        + (filter.to() == null ? "" : " and e.posting_date <= :to::date")
                        + (after == null ? "" : " and (e.posting_date, e.id) < (:afterDay::date, :afterId::uuid)")
                        + " order by e.posting_date desc, e.id desc limit :limit")
                .param("company", currentActor.company().value())
                .param("journal", filter.journal(), java.sql.Types.VARCHAR)
                .param("from", filter.from(), java.sql.Types.DATE)
                .param("to", filter.to(), java.sql.Types.DATE)
                .param("afterDay", cursor.day(), java.sql.Types.DATE)
                .param("afterId", cursor.id(), java.sql.Types.OTHER)
                .param("limit", limit)
                .param("zone", currentCompany.get().timeZone().getId())
                .query((row, n) -> row(row, base))
                .list();
    }

    /** The company's journals by code. */
    public List<JournalView> journals() {
        return jdbc.sql("select code, name_en, name_pl from ledger.journal where company_id = :company order by code")
                .param("company", currentActor.company().value())
                .query((row, n) ->
                        new JournalView(row.getString("code"), row.getString("name_en"), row.getString("name_pl")))
                .list();
    }

    private static EntryRow row(ResultSet row, CurrencyCode base) throws SQLException {
        return new EntryRow(
                new JournalEntryId(row.getObject("id", UUID.class)),
                row.getString("full_number"),
                row.getString("journal"),
                EntryKind.valueOf(row.getString("kind")),
                row.getObject("posting_date", LocalDate.class),
                row.getString("period_code"),
                row.getObject("recorded_late", LocalDate.class),
                row.getString("narration"),
                row.getString("document_number"),
                row.getObject("document_id", UUID.class),
                new Money(row.getBigDecimal("total"), base).rounded());
    }

    private List<JournalEntryDetails> entries(String condition, String parameter, UUID value) {
        CurrencyCode base = currentCompany.get().baseCurrency();
        List<JournalEntryDetails> heads = jdbc.sql(ENTRY + condition)
                .param("company", currentActor.company().value())
                .param(parameter, value)
                .query((row, n) -> head(row, base))
                .list();
        if (heads.isEmpty()) {
            return heads;
        }
        Map<UUID, List<JournalEntryDetails.Line>> lines = jdbc
                .sql(LINES)
                .param("company", currentActor.company().value())
                .param("entries", heads.stream().map(head -> head.id().value()).toArray(UUID[]::new))
                .query((row, n) -> new LineOfEntry(row.getObject("entry_id", UUID.class), line(row, base)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        LineOfEntry::entryId, Collectors.mapping(LineOfEntry::line, Collectors.toList())));
        List<JournalEntryDetails> complete = new ArrayList<>();
        for (JournalEntryDetails head : heads) {
            complete.add(head.withLines(lines.getOrDefault(head.id().value(), List.of())));
        }
        return complete;
    }

    private static JournalEntryDetails head(ResultSet row, CurrencyCode base) throws SQLException {
        return new JournalEntryDetails(
                new JournalEntryId(row.getObject("id", UUID.class)),
                row.getString("full_number"),
                row.getString("journal"),
                EntryKind.valueOf(row.getString("kind")),
                row.getObject("operation_date", LocalDate.class),
                row.getObject("document_date", LocalDate.class),
                row.getObject("posting_date", LocalDate.class),
                row.getString("period_code"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("recorded_by"),
                row.getString("narration"),
                row.getObject("document_id", UUID.class),
                row.getString("document_number"),
                row.getString("approval_reference"),
                row.getString("idempotency_key"),
                JournalEntryDetails.Reference.of(
                        row.getObject("original_id", UUID.class), row.getString("original_number")),
                JournalEntryDetails.Reference.of(
                        row.getObject("reversal_id", UUID.class), row.getString("reversal_number")),
                new Money(row.getBigDecimal("total"), base).rounded(),
                List.of());
    }

    private static JournalEntryDetails.Line line(ResultSet row, CurrencyCode base) throws SQLException {
        BigDecimal debit = row.getBigDecimal("debit");
        boolean onDebit = debit.signum() != 0;
        Money amount = new Money(onDebit ? debit : row.getBigDecimal("credit"), base).rounded();
        String currency = row.getString("currency");
        return new JournalEntryDetails.Line(
                row.getInt("line_number"),
                row.getString("account"),
                row.getString("name_en"),
                row.getString("name_pl"),
                onDebit ? Side.DEBIT : Side.CREDIT,
                onDebit ? amount : null,
                onDebit ? null : amount,
                currency == null
                        ? null
                        : new Money(row.getBigDecimal("transaction_amount"), CurrencyCode.of(currency)).rounded(),
                JournalEntryDetails.Line.rate(row, currency, base),
                row.getObject("party_id", UUID.class),
                row.getString("vat_code"),
                row.getObject("due_date", LocalDate.class),
                row.getString("cost_centre"),
                row.getString("shown"),
                row.getBoolean("open_item"),
                row.getBoolean("split_payment"),
                AxisNumbers.of(row.getArray("dimension_numbers")));
    }
}
