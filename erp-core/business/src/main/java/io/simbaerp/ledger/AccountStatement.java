package io.simbaerp.ledger;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Query;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.confidential.Confidential;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.ledger.report.DetachedYears;
import io.simbaerp.ledger.report.LinePlace;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The lines of one account in the order of the books, each with the balance after it. */
@Query(Duty.VIEW_LEDGER)
public class AccountStatement {

    /**
     * A page of the statement.
     *
     * @param opening the balance before the first row of this page; debit minus credit
     * @param next where the next page begins, or null on the last one
     */
    public record Report(
            AccountView account,
            LocalDate from,
            LocalDate to,
            Money opening,
            List<Row> rows,
            Money closing,
            Money debit,
            Money credit,
            @Nullable String next) {}

    /**
     * A line; balance is debit minus credit after it.
     *
     * @param contra the accounts on the other side of its entry
     */
    public record Row(
            JournalEntryId entryId,
            String entryNumber,
            int lineNumber,
            LocalDate postingDate,
            String narration,
            @Nullable String text,
            @Nullable UUID documentId,
            @Nullable String documentNumber,
            @Nullable UUID partyId,
            @Nullable String costCentre,
            @Nullable String contra,
            @Nullable Money debit,
            @Nullable Money credit,
            Money balance) {}

    private static final String TEXTS = Confidential.orUnseen("e.document_id", "l.text") + " as text, "
            + Confidential.orUnseen("e.document_id", "e.narration") + " as narration, "
            + Confidential.orNothing("e.document_id", "e.document_number") + " as document_number, "
            + Confidential.orNothing("e.document_id", "e.document_id") + " as document_id";

    /**
     * First the lines, in the order of an index and no more than fit; then what is told of them. The limit stands in the
     * statement, so that the plan is made for a page.
     */
    private static final String LINES_OF_A_PAGE = """
            with line as materialized (
                select l.entry_id, l.line_number, l.posting_date, l.party_id, l.debit, l.credit, l.text, l.cost_centre_id
                  from ledger.journal_line l
                 where l.company_id = :company and l.account_id = :account and l.posting_date between :day and :to
                   and (l.posting_date, l.entry_id, l.line_number) > (:day, :entry, :line)
                 order by l.posting_date, l.entry_id, l.line_number limit %d),
            side as materialized (
                select o.entry_id, o.debit <> 0 as debit, string_agg(distinct oa.code, ', ' order by oa.code) as accounts
                  from (select distinct l.entry_id, l.posting_date from line l) l
                  join ledger.journal_line o on o.company_id = :company and o.entry_id = l.entry_id
                   and o.posting_date = l.posting_date
                  join ledger.account oa on oa.company_id = :company and oa.id = o.account_id
                 group by o.entry_id, o.debit <> 0)
            select %s, l.entry_id, l.line_number, l.posting_date, l.party_id, l.debit, l.credit, c.code as cost_centre,
                   j.code || '/' || y.code || '/' || lpad(e.number::text, 6, '0') as entry_number,
                   s.accounts as contra
              from line l
              join ledger.journal_entry e on e.company_id = :company and e.id = l.entry_id
              join ledger.journal j on j.company_id = :company and j.id = e.journal_id
              join company.fiscal_year y on y.company_id = :company and y.id = e.fiscal_year_id
              left join side s on s.entry_id = l.entry_id and s.debit = (l.debit = 0)
              left join ledger.cost_centre c on c.company_id = :company and c.id = l.cost_centre_id
             order by l.posting_date, l.entry_id, l.line_number""";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final CurrentCompany currentCompany;
    private final ChartOfAccounts accounts;

    AccountStatement(
            JdbcClient jdbc, CurrentActor currentActor, CurrentCompany currentCompany, ChartOfAccounts accounts) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.currentCompany = currentCompany;
        this.accounts = accounts;
    }

    /**
     * The statement of an account between two days, both included.
     *
     * @param after the {@link Report#next()} of the page before, or null for the first page
     * @throws NotFound if there is no such account
     * @throws RuleViolation report.days-out-of-order, report.year-detached
     */
    public Report of(String code, LocalDate from, LocalDate to, @Nullable String after, int limit) {
        if (to.isBefore(from)) {
            throw RuleViolation.ofField("to", "report.days-out-of-order", from, to);
        }
        DetachedYears.requireNoneBeforeAPage(jdbc, from, to);
        AccountView account = accounts.find(code).orElseThrow(() -> new NotFound("account", code));
        CurrencyCode base = currentCompany.get().baseCurrency();
        LinePlace cursor = after == null ? LinePlace.before(from) : LinePlace.parse(after);
        Money opening = balanceBefore(account.id(), cursor, base);
        List<Row> rows = rows(account.id(), cursor, to, limit + 1, opening);
        String next = null;
        if (rows.size() > limit) {
            rows = rows.subList(0, limit);
            Row last = rows.get(limit - 1);
            next = LinePlace.name(last.postingDate(), last.entryId(), last.lineNumber());
        }
        Money closing = rows.isEmpty() ? opening : rows.get(rows.size() - 1).balance();
        return new Report(
                account, from, to, opening, rows, closing, sum(rows, true, base), sum(rows, false, base), next);
    }

    private Money balanceBefore(UUID account, LinePlace cursor, CurrencyCode base) {
        BigDecimal balance = jdbc.sql("""
                        select coalesce((select sum(m.debit - m.credit) from ledger.turnover_month m
                                          where m.company_id = :company and m.account_id = :account
                                            and m.month < :month), 0)
                             + coalesce((select sum(d.debit - d.credit) from ledger.turnover_day d
                                          where d.company_id = :company and d.account_id = :account
                                            and d.day >= :month and d.day < :day), 0)
                             + coalesce((select sum(l.debit - l.credit) from ledger.journal_line l
                                          where l.company_id = :company and l.account_id = :account
                                            and l.posting_date = :day
                                            and (l.entry_id, l.line_number) <= (:entry, :line)), 0)""")
                .param("company", currentActor.company().value())
                .param("account", account)
                .param("day", cursor.day())
                .param("month", cursor.day().withDayOfMonth(1))
                .param("entry", cursor.entryId())
                .param("line", cursor.lineNumber())
                .query(BigDecimal.class)
                .single();
        return new Money(balance, base).rounded();
    }

    private List<Row> rows(UUID account, LinePlace cursor, LocalDate to, int limit, Money opening) {
        List<Row> rows = new ArrayList<>();
        jdbc.sql(LINES_OF_A_PAGE.formatted(limit, TEXTS))
                .param("company", currentActor.company().value())
                .param("account", account)
                .param("day", cursor.day())
                .param("entry", cursor.entryId())
                .param("line", cursor.lineNumber())
                .param("to", to)
                .query((ResultSet row) -> {
                    Money before =
                            rows.isEmpty() ? opening : rows.get(rows.size() - 1).balance();
                    rows.add(row(row, before));
                });
        return rows;
    }

    private static Row row(ResultSet row, Money before) throws SQLException {
        BigDecimal debit = row.getBigDecimal("debit");
        BigDecimal credit = row.getBigDecimal("credit");
        CurrencyCode base = before.currency();
        return new Row(
                new JournalEntryId(row.getObject("entry_id", UUID.class)),
                row.getString("entry_number"),
                row.getInt("line_number"),
                row.getObject("posting_date", LocalDate.class),
                row.getString("narration"),
                row.getString("text"),
                row.getObject("document_id", UUID.class),
                row.getString("document_number"),
                row.getObject("party_id", UUID.class),
                row.getString("cost_centre"),
                row.getString("contra"),
                debit.signum() == 0 ? null : new Money(debit, base).rounded(),
                credit.signum() == 0 ? null : new Money(credit, base).rounded(),
                before.plus(new Money(debit.subtract(credit), base)).rounded());
    }

    private static Money sum(List<Row> rows, boolean debit, CurrencyCode base) {
        Money sum = Money.zero(base);
        for (Row row : rows) {
            Money amount = debit ? row.debit() : row.credit();
            sum = amount == null ? sum : sum.plus(amount);
        }
        return sum;
    }
}
