package io.simbaerp.ledger.report;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.confidential.Confidential;
import io.simbaerp.company.CompanyView;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.ledger.JournalEntryId;
import io.simbaerp.ledger.policy.BookPolicies;
import io.simbaerp.ledger.policy.BookingDay;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import io.simbaerp.page.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The journal: entries with their lines in the order of their numbers, turnover summed up from the first to the last. */
@Query(Duty.VIEW_LEDGER)
public class Journal {

    /**
     * Which entries.
     *
     * @param journal its code, or null for all journals one after the other
     */
    public record Filter(@Nullable String journal, LocalDate from, LocalDate to, Extract extract) {}

    /**
     * An entry.
     *
     * @param book its journal and year, such as ZK/2026
     * @param recordedOn the day it was recorded, in the company's time zone
     * @param bookedOn its booking date by the company's policy (JPK_KR_PD D_8)
     */
    public record Entry(
            JournalEntryId id,
            String book,
            long number,
            LocalDate postingDate,
            LocalDate operationDate,
            LocalDate documentDate,
            LocalDate recordedOn,
            LocalDate bookedOn,
            String recordedBy,
            String narration,
            @Nullable UUID documentId,
            @Nullable String documentNumber,
            Money total) {

        /** What people call it. */
        public String fullNumber() {
            return book + "/" + "%06d".formatted(number);
        }

        String key() {
            return number + "_" + book;
        }
    }

    /** A line of an entry. */
    public record Line(
            UUID entryId,
            int number,
            String account,
            String nameEn,
            String namePl,
            @Nullable String text,
            @Nullable String costCentre,
            @Nullable UUID partyId,
            Money debit,
            Money credit,
            @Nullable Money transactionAmount) {

        /** The name of its account in one of the two languages. */
        public String name(String language) {
            return "pl".equals(language) ? namePl : nameEn;
        }
    }

    /** What the entries come to: how many there are, their amounts, their lines. */
    public record Totals(long entries, Money total, long lines, Money debit, Money credit) {}

    private record Key(String book, long number) {

        static Key parse(String text) {
            String[] parts = text.split("_", 2);
            try {
                return new Key(parts[1], Long.parseLong(parts[0]));
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
                throw RuleViolation.ofField("after", "list.cursor-unknown", text);
            }
        }
    }

    private static final String BOOK = "j.code || '/' || y.code";

    private static final String ENTRIES = "select e.id, e.number, e.posting_date, e.operation_date, e.document_date,"
            + " e.recorded_at, e.recorded_by, e.total, " + BOOK + " as book, "
            + Confidential.orUnseen("e.document_id", "e.narration") + " as narration, "
            + Confidential.orNothing("e.document_id", "e.document_number") + " as document_number, "
            + Confidential.orNothing("e.document_id", "e.document_id") + " as document_id ";

    private static final String FROM = """
              from ledger.journal_entry e
              join ledger.journal j on j.company_id = e.company_id and j.id = e.journal_id
              join company.fiscal_year y on y.company_id = e.company_id and y.id = e.fiscal_year_id
             where e.company_id = :company and e.posting_date between :from and :to\s""";

    private static final String LINES =
            "select l.entry_id, l.line_number, a.code, a.name_en, a.name_pl, l.debit, l.credit,"
                    + " l.currency, l.transaction_amount, l.party_id, c.code as cost_centre, "
                    + Confidential.orUnseen("e.document_id", "l.text") + " as text " + """
              from ledger.journal_line l
              join ledger.journal_entry e on e.company_id = l.company_id and e.id = l.entry_id
              join ledger.account a on a.company_id = l.company_id and a.id = l.account_id
              left join ledger.cost_centre c on c.company_id = l.company_id and c.id = l.cost_centre_id
             where l.company_id = :company and l.entry_id = any(:entries)
             order by l.entry_id, l.line_number""";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final CurrentCompany currentCompany;
    private final BookPolicies policies;

    Journal(JdbcClient jdbc, CurrentActor currentActor, CurrentCompany currentCompany, BookPolicies policies) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.currentCompany = currentCompany;
        this.policies = policies;
    }

    /**
     * Entries by journal, year and number.
     *
     * @param after the key the page before ended with, or null for the first one
     * @throws RuleViolation list.cursor-unknown, report.year-detached
     */
    public Page<Entry> entries(Filter filter, @Nullable String after, int limit) {
        DetachedYears.requireNone(jdbc, filter.from(), filter.to());
        String further = after == null ? "" : " and (" + BOOK + ", e.number) > (:book, :number)";
        JdbcClient.StatementSpec sql = bind(
                        ENTRIES + FROM + condition(filter) + further + " order by " + BOOK + ", e.number limit :limit",
                        filter)
                .param("limit", limit + 1);
        if (after != null) {
            Key key = Key.parse(after);
            sql = sql.param("book", key.book()).param("number", key.number());
        }
        CompanyView company = currentCompany.get();
        BookingDay policy = policies.bookingDay();
        return Page.cut(
                sql.query((row, n) -> entry(row, company.baseCurrency(), company.timeZone(), policy))
                        .list(),
                limit,
                Entry::key);
    }

    /** Turnover of the journal of an entry before that entry. */
    public Money turnoverBefore(Filter filter, Entry entry) {
        CurrencyCode base = currentCompany.get().baseCurrency();
        return bind(
                        "select coalesce(sum(e.total), 0) " + FROM + condition(filter) + " and " + BOOK
                                + " = :book and e.number < :number",
                        filter)
                .param("book", entry.book())
                .param("number", entry.number())
                .query((row, n) -> new Money(row.getBigDecimal(1), base).rounded())
                .single();
    }

    /** Counts and sums over all entries, from the books themselves. */
    public Totals totals(Filter filter) {
        CurrencyCode base = currentCompany.get().baseCurrency();
        return bind("""
                        select count(*) as entries, coalesce(sum(k.total), 0) as total, coalesce(sum(k.lines), 0) as lines,
                               coalesce(sum(k.debit), 0) as debit, coalesce(sum(k.credit), 0) as credit
                          from (select e.total, l.lines, l.debit, l.credit\s""" + FROM.replace("where ", """
                                 cross join lateral (select count(*) as lines, sum(debit) as debit, sum(credit) as credit
                                                       from ledger.journal_line l
                                                      where l.company_id = e.company_id and l.entry_id = e.id) l
                                 where\s""") + condition(filter) + ") k", filter)
                .query((row, n) -> new Totals(
                        row.getLong("entries"),
                        new Money(row.getBigDecimal("total"), base).rounded(),
                        row.getLong("lines"),
                        new Money(row.getBigDecimal("debit"), base).rounded(),
                        new Money(row.getBigDecimal("credit"), base).rounded()))
                .single();
    }

    /** The parties their lines name. */
    public List<UUID> parties(Filter filter) {
        return bind(
                        "select distinct l.party_id " + FROM.replace("where ", """
                                 join ledger.journal_line l on l.company_id = e.company_id and l.entry_id = e.id
                                 where l.party_id is not null and\s""") + condition(filter) + " order by 1",
                        filter)
                .query(UUID.class)
                .list();
    }

    /** The lines of entries. */
    public Map<UUID, List<Line>> lines(Collection<Entry> entries) {
        CurrencyCode base = currentCompany.get().baseCurrency();
        UUID[] ids = entries.stream().map(entry -> entry.id().value()).toArray(UUID[]::new);
        return jdbc
                .sql(LINES)
                .param("company", currentActor.company().value())
                .param("entries", ids)
                .query((row, n) -> line(row, base))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Line::entryId));
    }

    private JdbcClient.StatementSpec bind(String sql, Filter filter) {
        JdbcClient.StatementSpec bound = filter.extract()
                .bind(jdbc.sql(sql)
                        .param("company", currentActor.company().value())
                        .param("from", filter.from())
                        .param("to", filter.to()));
        return filter.journal() == null ? bound : bound.param("journal", filter.journal());
    }

    private static String condition(Filter filter) {
        return (filter.journal() == null ? "" : " and j.code = :journal")
                + (filter.extract().knownOn() == null ? "" : " and e.recorded_at <= :knownOn");
    }

    private static Entry entry(ResultSet row, CurrencyCode base, ZoneId zone, BookingDay policy) throws SQLException {
        LocalDate posting = row.getObject("posting_date", LocalDate.class);
        LocalDate recorded = row.getObject("recorded_at", OffsetDateTime.class)
                .atZoneSameInstant(zone)
                .toLocalDate();
        return new Entry(
                new JournalEntryId(row.getObject("id", UUID.class)),
                row.getString("book"),
                row.getLong("number"),
                posting,
                row.getObject("operation_date", LocalDate.class),
                row.getObject("document_date", LocalDate.class),
                recorded,
                policy.of(recorded, posting),
                row.getString("recorded_by"),
                row.getString("narration"),
                row.getObject("document_id", UUID.class),
                row.getString("document_number"),
                new Money(row.getBigDecimal("total"), base).rounded());
    }

    private static Line line(ResultSet row, CurrencyCode base) throws SQLException {
        String currency = row.getString("currency");
        return new Line(
                row.getObject("entry_id", UUID.class),
                row.getInt("line_number"),
                row.getString("code"),
                row.getString("name_en"),
                row.getString("name_pl"),
                row.getString("text"),
                row.getString("cost_centre"),
                row.getObject("party_id", UUID.class),
                new Money(row.getBigDecimal("debit"), base).rounded(),
                new Money(row.getBigDecimal("credit"), base).rounded(),
                currency == null
                        ? null
                        : new Money(row.getBigDecimal("transaction_amount"), CurrencyCode.of(currency)).rounded());
    }
}
