package io.simbaerp.ledger.report;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.confidential.Confidential;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.ledger.JournalEntryId;
import io.simbaerp.ledger.Side;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import io.simbaerp.page.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where cash came from and went to. Receipts of an entry are spread over the lines on the credit side that aren't cash, its
 * payments over those on the debit side, in proportion and to the last grosz: together they are what cash accounts moved.
 * Between cash accounts nothing flows. What takes a payment back lessens payments. Exchange differences take a share
 * only if nothing else is on their side: then cash itself was valued.
 */
@Query(Duty.VIEW_LEDGER)
public class CashMovements {

    /**
     * What to look at.
     *
     * @param cash codes of the accounts of cash
     * @param exchange codes of the accounts of exchange differences
     */
    public record Filter(
            List<String> cash,
            List<String> exchange,
            LocalDate from,
            LocalDate to,
            @Nullable Instant knownOn) {

        Extract extract() {
            return new Extract(null, knownOn);
        }
    }

    /** What was received from (credit) or paid to (debit) a counter-account; less than nothing if taken back. */
    public record Flow(String account, Side side, Money amount) {

        String place() {
            return account + " " + side;
        }
    }

    /** The part of an entry's cash that went to or came from one of its lines. */
    public record Movement(
            Flow flow,
            JournalEntryId entryId,
            String entryNumber,
            int lineNumber,
            LocalDate postingDate,
            String narration,
            @Nullable UUID documentId,
            @Nullable String documentNumber) {

        String key() {
            return LinePlace.name(postingDate, entryId, lineNumber);
        }
    }

    private static final LinePlace FIRST = LinePlace.before(LocalDate.EPOCH);

    /** Entries that begin the books bring no cash, nor do those that take them back. */
    private static final String OPENING = """
            (e.kind = 'OPENING' or exists (select from ledger.journal_entry b
                where b.company_id = e.company_id and b.id = e.reversal_of and b.kind = 'OPENING'))""";

    /**
     * Lines of entries with cash, each on the side of what it undoes; all amounts above nil; receipts and payments that
     * came from or went outside; the weight of each line; its share as the difference of running sums.
     */
    private static final String SHARES = """
            with cash as (
                select id from ledger.account where company_id = :company and code in (:cash)),
            touched as (
                select distinct l.entry_id, l.posting_date from ledger.journal_line l
                 where l.company_id = :company and l.account_id in (select id from cash)
                   and l.posting_date between :from and :to),
            line as (
                select l.entry_id, l.line_number, l.posting_date, a.code,
                       l.account_id in (select id from cash) as is_cash, a.code in (:exchange) as is_exchange,
                       case when e.kind = 'BLACK_REVERSAL' then -l.credit else l.debit end as debit,
                       case when e.kind = 'BLACK_REVERSAL' then -l.debit else l.credit end as credit
                  from touched t
                  join ledger.journal_line l on l.company_id = :company and l.entry_id = t.entry_id
                   and l.posting_date = t.posting_date
                  join ledger.journal_entry e on e.company_id = l.company_id and e.id = l.entry_id
                  join ledger.account a on a.company_id = l.company_id and a.id = l.account_id
                 where not %s%s),
            signed as (
                select line.*, bool_and(debit <= 0 and credit <= 0) over (partition by entry_id) as back from line),
            upright as (
                select entry_id, line_number, posting_date, code, is_cash, is_exchange, back,
                       case when back then -debit else greatest(debit, 0) + greatest(-credit, 0) end as debit,
                       case when back then -credit else greatest(credit, 0) + greatest(-debit, 0) end as credit
                  from signed),
            entry as (
                select upright.*,
                       least(coalesce(sum(debit) filter (where is_cash) over whole, 0),
                             coalesce(sum(credit) filter (where not is_cash) over whole, 0)) as received,
                       least(coalesce(sum(credit) filter (where is_cash) over whole, 0),
                             coalesce(sum(debit) filter (where not is_cash) over whole, 0)) as paid,
                       coalesce(sum(credit) filter (where not is_cash and not is_exchange) over whole, 0) as giving,
                       coalesce(sum(debit) filter (where not is_cash and not is_exchange) over whole, 0) as taking
                  from upright window whole as (partition by entry_id)),
            weighed as (
                select entry.*, case when credit > 0 then 'CREDIT' else 'DEBIT' end as side,
                       case when is_cash or (is_exchange and credit > 0 and giving > 0)
                              or (is_exchange and debit > 0 and taking > 0) then 0
                            else debit + credit end as weight
                  from entry),
            run as (
                select weighed.*, case side when 'CREDIT' then received else paid end as flown,
                       sum(weight) over (partition by entry_id, side order by line_number) as upto,
                       sum(weight) over (partition by entry_id, side) as whole
                  from weighed),
            share as (
                select entry_id, line_number, posting_date, code, side,
                       case when back then -1 else 1 end
                       * (round(flown * upto / nullif(whole, 0), :decimals)
                          - round(flown * (upto - weight) / nullif(whole, 0), :decimals)) as amount
                  from run where weight > 0)
            """;

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final CurrentCompany currentCompany;

    CashMovements(JdbcClient jdbc, CurrentActor currentActor, CurrentCompany currentCompany) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.currentCompany = currentCompany;
    }

    /**
     * Receipts and payments of a period by counter-account.
     *
     * @throws RuleViolation report.year-detached
     */
    public List<Flow> flows(Filter filter) {
        DetachedYears.requireNone(jdbc, filter.from(), filter.to());
        CurrencyCode base = base();
        return bind(
                        shares(filter)
                                + "select code, side, sum(amount) as amount from share where amount <> 0"
                                + " group by code, side order by code, side",
                        filter)
                .query((row, n) -> flow(row, base))
                .list();
    }

    /** What entries of the period that begin the books brought onto accounts of cash, debit minus credit. */
    public List<Flow> begun(Filter filter) {
        DetachedYears.requireNone(jdbc, filter.from(), filter.to());
        CurrencyCode base = base();
        return bind("""
                        select a.code, 'DEBIT' as side, sum(l.debit - l.credit) as amount
                          from ledger.journal_line l
                          join ledger.journal_entry e on e.company_id = l.company_id and e.id = l.entry_id
                          join ledger.account a on a.company_id = l.company_id and a.id = l.account_id
                         where l.company_id = :company and a.code in (:cash)
                           and l.posting_date between :from and :to and\s""" + OPENING + filter.extract().condition() + " group by a.code", filter)
                .query((row, n) -> flow(row, base))
                .list();
    }

    /**
     * The movements behind flows, by posting date.
     *
     * @param wanted the accounts and sides; amounts don't matter
     * @param after the key the page before ended with, or null for the first one
     * @throws RuleViolation list.cursor-unknown, report.year-detached
     */
    public Page<Movement> movements(Filter filter, List<Flow> wanted, @Nullable String after, int limit) {
        DetachedYears.requireNone(jdbc, filter.from(), filter.to());
        LinePlace place = after == null ? FIRST : LinePlace.parse(after);
        CurrencyCode base = base();
        List<Movement> movements = bind(
                        shares(filter) + "select s.code, s.side, s.amount, s.entry_id, s.line_number, s.posting_date, "
                                + Confidential.orUnseen("e.document_id", "e.narration") + " as narration, "
                                + Confidential.orNothing("e.document_id", "e.document_number")
                                + " as document_number, "
                                + Confidential.orNothing("e.document_id", "e.document_id") + " as document_id, "
                                + """
                                j.code || '/' || y.code || '/' || lpad(e.number::text, 6, '0') as entry_number
                                  from share s
                                  join ledger.journal_entry e on e.company_id = :company and e.id = s.entry_id
                                  join ledger.journal j on j.company_id = e.company_id and j.id = e.journal_id
                                  join company.fiscal_year y
                                    on y.company_id = e.company_id and y.id = e.fiscal_year_id
                                 where s.amount <> 0 and s.code || ' ' || s.side in (:places)
                                   and (s.posting_date, s.entry_id, s.line_number) > (:day, :entry, :line)
                                 order by s.posting_date, s.entry_id, s.line_number limit :limit""",
                        filter)
                .param("places", orNone(wanted.stream().map(Flow::place).toList()))
                .param("day", place.day())
                .param("entry", place.entryId())
                .param("line", place.lineNumber())
                .param("limit", limit + 1)
                .query((row, n) -> movement(row, base))
                .list();
        return Page.cut(movements, limit, Movement::key);
    }

    private static String shares(Filter filter) {
        return SHARES.formatted(OPENING, filter.extract().condition());
    }

    private JdbcClient.StatementSpec bind(String sql, Filter filter) {
        JdbcClient.StatementSpec bound = filter.extract()
                .bind(jdbc.sql(sql)
                        .param("company", currentActor.company().value())
                        .param("cash", orNone(filter.cash()))
                        .param("from", filter.from())
                        .param("to", filter.to()));
        return sql.contains(":exchange")
                ? bound.param("exchange", orNone(filter.exchange())).param("decimals", base().decimals())
                : bound;
    }

    /** A list no account is in, where SQL wants one that isn't empty. */
    private static List<String> orNone(List<String> codes) {
        return codes.isEmpty() ? List.of("") : codes;
    }

    private CurrencyCode base() {
        return currentCompany.get().baseCurrency();
    }

    private static Flow flow(ResultSet row, CurrencyCode base) throws SQLException {
        return new Flow(
                row.getString("code"),
                Side.valueOf(row.getString("side")),
                new Money(row.getBigDecimal("amount"), base).rounded());
    }

    private static Movement movement(ResultSet row, CurrencyCode base) throws SQLException {
        return new Movement(
                flow(row, base),
                new JournalEntryId(row.getObject("entry_id", UUID.class)),
                row.getString("entry_number"),
                row.getInt("line_number"),
                row.getObject("posting_date", LocalDate.class),
                row.getString("narration"),
                row.getObject("document_id", UUID.class),
                row.getString("document_number"));
    }
}
