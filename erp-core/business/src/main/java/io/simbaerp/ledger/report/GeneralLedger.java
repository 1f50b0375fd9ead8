package io.simbaerp.ledger.report;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.confidential.Confidential;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.ledger.JournalEntryId;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import io.simbaerp.page.Page;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The general ledger: the lines of the books account by account, in the order of their posting dates. */
@Query(Duty.VIEW_LEDGER)
public class GeneralLedger {

    /**
     * Which lines.
     *
     * @param accounts codes, or nothing for all accounts
     */
    public record Filter(List<String> accounts, LocalDate from, LocalDate to, Extract extract) {}

    /**
     * A line of an entry.
     *
     * @param contra the accounts on the other side of its entry
     */
    public record Line(
            String account,
            JournalEntryId entryId,
            String entryNumber,
            int lineNumber,
            LocalDate postingDate,
            String narration,
            @Nullable String text,
            @Nullable UUID documentId,
            @Nullable String documentNumber,
            @Nullable String costCentre,
            @Nullable String contra,
            Money debit,
            Money credit) {

        String key() {
            return postingDate + "_" + entryId + "_" + lineNumber + "_" + account;
        }

        /** What it does to the balance: debit minus credit. */
        public Money movement() {
            return debit.minus(credit);
        }
    }

    private record Key(LocalDate day, UUID entryId, int lineNumber, String account) {

        static Key parse(String text) {
            String[] parts = text.split("_", 4);
            try {
                return new Key(
                        LocalDate.parse(parts[0]), UUID.fromString(parts[1]), Integer.parseInt(parts[2]), parts[3]);
            } catch (DateTimeException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                throw RuleViolation.ofField("after", "list.cursor-unknown", text);
            }
        }
    }

    private static final Key FIRST = new Key(LocalDate.EPOCH, new UUID(0, 0), 0, "");

    private static final String COLUMNS =
            "select a.code, l.entry_id, l.line_number, l.posting_date, l.debit, l.credit, "
                    + Confidential.orUnseen("e.document_id", "l.text") + " as text, "
                    + Confidential.orUnseen("e.document_id", "e.narration") + " as narration, "
                    + Confidential.orNothing("e.document_id", "e.document_number") + " as document_number, "
                    + Confidential.orNothing("e.document_id", "e.document_id") + " as document_id, "
                    + """
            c.code as cost_centre, j.code || '/' || y.code || '/' || lpad(e.number::text, 6, '0') as entry_number,
            (select string_agg(distinct oa.code, ', ' order by oa.code)
               from ledger.journal_line o
               join ledger.account oa on oa.company_id = o.company_id and oa.id = o.account_id
              where o.company_id = l.company_id and o.entry_id = l.entry_id
                and (o.debit <> 0) <> (l.debit <> 0)) as contra
            """;

    /** Account by account, so that a page reads no more lines than it shows. */
    private static final String FROM = """
              from (select b.code, k.*
                      from (select * from ledger.account where company_id = :company and code >= :code%1$s) b
                      cross join lateral (
                           select l.company_id, l.entry_id, l.line_number
                             from ledger.journal_line l
                             join ledger.journal_entry e on e.company_id = l.company_id and e.id = l.entry_id
                            where l.company_id = b.company_id and l.account_id = b.id
                              and l.posting_date between :from and :to%2$s
                              and (b.code > :code or (l.posting_date, l.entry_id, l.line_number) > (:day, :entry, :line))
                            order by l.posting_date, l.entry_id, l.line_number limit :limit) k
                     order by b.code limit :limit) a
              join ledger.journal_line l on l.company_id = a.company_id and l.entry_id = a.entry_id
               and l.line_number = a.line_number
              join ledger.journal_entry e on e.company_id = l.company_id and e.id = l.entry_id
              join ledger.journal j on j.company_id = e.company_id and j.id = e.journal_id
              join company.fiscal_year y on y.company_id = e.company_id and y.id = e.fiscal_year_id
              left join ledger.cost_centre c on c.company_id = l.company_id and c.id = l.cost_centre_id
             order by a.code, l.posting_date, l.entry_id, l.line_number""";

    /** What is kept of whole months, and of the days before and after them. */
    private static final String BEFORE_THE_DAY = """
            select (select coalesce(sum(m.debit - m.credit), 0)
                      from ledger.turnover_month m join ledger.account a on a.company_id = m.company_id and a.id = m.account_id
                     where m.company_id = :company and a.code = :code and m.month >= :firstMonth and m.month < :month)
                 + (select coalesce(sum(d.debit - d.credit), 0)
                      from ledger.turnover_day d join ledger.account a on a.company_id = d.company_id and a.id = d.account_id
                     where d.company_id = :company and a.code = :code and d.day >= :from and d.day < :until
                       and (d.day < :firstMonth or d.day >= :month))""";

    /** Of the lines of the last day, or of all where what is kept doesn't tell. */
    private static final String MOVED = """
             + (select coalesce(sum(l.debit - l.credit), 0)
                  from ledger.journal_line l
                  join ledger.journal_entry e on e.company_id = l.company_id and e.id = l.entry_id
                  join ledger.account a on a.company_id = l.company_id and a.id = l.account_id
                 where l.company_id = :company and a.code = :code and l.posting_date %s :until
                   and (l.posting_date, l.entry_id, l.line_number) <= (:day, :entry, :line)
                   and l.posting_date between :from and :to""";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final CurrentCompany currentCompany;

    GeneralLedger(JdbcClient jdbc, CurrentActor currentActor, CurrentCompany currentCompany) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.currentCompany = currentCompany;
    }

    /**
     * Lines by account.
     *
     * @param after the key the page before ended with, or null for the first one
     * @throws RuleViolation list.cursor-unknown, report.year-detached
     */
    public Page<Line> lines(Filter filter, @Nullable String after, int limit) {
        DetachedYears.requireNone(jdbc, filter.from(), filter.to());
        Key key = after == null ? FIRST : Key.parse(after);
        CurrencyCode base = currentCompany.get().baseCurrency();
        String sql = COLUMNS
                + FROM.formatted(
                        filter.accounts().isEmpty() ? "" : " and code in (:accounts)",
                        filter.extract().condition());
        List<Line> lines = bind(jdbc.sql(sql), filter, key)
                .param("limit", limit + 1)
                .query((row, n) -> line(row, base))
                .list();
        return Page.cut(lines, limit, Line::key);
    }

    /** What moved on the account the page before ended in, from the first day until there: debit minus credit. */
    public Money movedUntil(Filter filter, String after) {
        Key key = Key.parse(after);
        CurrencyCode base = currentCompany.get().baseCurrency();
        boolean whole = filter.extract().isWhole();
        LocalDate day = key.day().isAfter(filter.to()) ? filter.to().plusDays(1) : key.day();
        return bind(
                        jdbc.sql((whole ? BEFORE_THE_DAY : "select 0")
                                + MOVED.formatted(whole ? "=" : "between :from and")
                                + filter.extract().condition() + ") as moved"),
                        filter,
                        key)
                .param("until", day)
                .param("month", day.withDayOfMonth(1))
                .param(
                        "firstMonth",
                        filter.from().getDayOfMonth() == 1
                                ? filter.from()
                                : filter.from().plusMonths(1).withDayOfMonth(1))
                .query((row, n) -> money(row, "moved", base))
                .single();
    }

    private JdbcClient.StatementSpec bind(JdbcClient.StatementSpec sql, Filter filter, Key key) {
        JdbcClient.StatementSpec bound = filter.extract()
                .bind(sql.param("company", currentActor.company().value())
                        .param("from", filter.from())
                        .param("to", filter.to())
                        .param("code", key.account())
                        .param("day", key.day())
                        .param("entry", key.entryId())
                        .param("line", key.lineNumber()));
        return filter.accounts().isEmpty() ? bound : bound.param("accounts", filter.accounts());
    }

    private static Line line(ResultSet row, CurrencyCode base) throws SQLException {
        return new Line(
                row.getString("code"),
                new JournalEntryId(row.getObject("entry_id", UUID.class)),
                row.getString("entry_number"),
                row.getInt("line_number"),
                row.getObject("posting_date", LocalDate.class),
                row.getString("narration"),
                row.getString("text"),
                row.getObject("document_id", UUID.class),
                row.getString("document_number"),
                row.getString("cost_centre"),
                row.getString("contra"),
                money(row, "debit", base),
                money(row, "credit", base));
    }

    private static Money money(ResultSet row, String column, CurrencyCode base) throws SQLException {
        BigDecimal amount = row.getBigDecimal(column);
        return new Money(amount, base).rounded();
    }
}
