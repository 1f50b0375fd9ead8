package io.simbaerp.ledger.report;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.ledger.TrialBalance;
import io.simbaerp.money.CurrencyCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stood on every account of each value of an axis or each cost centre, what moved and what stands there. */
@Query(Duty.VIEW_LEDGER)
public class DimensionSums {

    /**
     * An account of a value.
     *
     * @param number of the value or cost centre; nothing for lines that name none
     */
    public record Row(
            @Nullable String number,
            @Nullable String nameEn,
            @Nullable String namePl,
            TrialBalance.Row account) {

        /** The value's name in one of the two languages. */
        public @Nullable String name(String language) {
            return "pl".equals(language) ? namePl : nameEn;
        }
    }

    /** Of an extract: from its lines alone, all of them. */
    private static final String LINES = """
            select d.number, d.name_en as value_en, d.name_pl as value_pl, a.code, a.name_en, a.name_pl, a.type,
                   coalesce(sum(l.debit - l.credit) filter (where l.posting_date < :from), 0) as opening,
                   coalesce(sum(l.debit) filter (where l.posting_date >= :from), 0) as debit,
                   coalesce(sum(l.credit) filter (where l.posting_date >= :from), 0) as credit
              from ledger.journal_line l
              join ledger.journal_entry e on e.company_id = l.company_id and e.id = l.entry_id
              join ledger.account a on a.company_id = l.company_id and a.id = l.account_id
              left join (%s) d on d.id = %s
             where l.company_id = :company and l.posting_date <= :to %s
             group by d.number, d.name_en, d.name_pl, a.code, a.name_en, a.name_pl, a.type
            having sum(l.debit - l.credit) <> 0 or coalesce(sum(l.debit) filter (where l.posting_date >= :from), 0) <> 0
                or coalesce(sum(l.credit) filter (where l.posting_date >= :from), 0) <> 0
             order by d.number nulls last, a.code""";

    /**
     * Of the whole books: from the turnover kept by months, and from lines in the months the two days cut. Such a month is
     * added or left out as a whole, and the lines before the first day go out of it again.
     */
    private static final String KEPT = """
            with value as (%1$s),
            piece as (
                select p.account_id, p.part, case when p.month < :firstMonth then p.debit - p.credit else 0 end as opening,
                       case when p.month >= :firstMonth then p.debit else 0 end as debit,
                       case when p.month >= :firstMonth then p.credit else 0 end as credit
                  from ledger.turnover_part p
                 where p.company_id = :company and p.kind = '%2$s' and p.month < :lastMonth
                   and p.part in (select v.id::text from value v)
                union all
                select l.account_id, %3$s::text, l.debit - l.credit, -l.debit, -l.credit
                  from ledger.journal_line l
                 where l.company_id = :company and l.posting_date >= :firstMonth and l.posting_date < :from
                   and %3$s is not null
                union all
                select l.account_id, %3$s::text, 0, l.debit, l.credit
                  from ledger.journal_line l
                 where l.company_id = :company and l.posting_date between :lastMonth and :to and %3$s is not null)
            select v.number, v.name_en as value_en, v.name_pl as value_pl, a.code, a.name_en, a.name_pl, a.type,
                   sum(x.opening) as opening, sum(x.debit) as debit, sum(x.credit) as credit
              from piece x
              join value v on v.id::text = x.part
              join ledger.account a on a.company_id = :company and a.id = x.account_id
             group by v.number, v.name_en, v.name_pl, a.code, a.name_en, a.name_pl, a.type
            having sum(x.opening) <> 0 or sum(x.debit) <> 0 or sum(x.credit) <> 0
             order by v.number, a.code""";

    private static final String CENTRES =
            "select c.id, c.code as number, c.name_en, c.name_pl from ledger.cost_centre c where c.company_id = :company";

    private static final String VALUES = "select v.id, v.number, v.name_en, v.name_pl from ledger.axis_value v"
            + " join ledger.axis x on x.company_id = v.company_id and x.id = v.axis_id"
            + " where v.company_id = :company and x.code = :axis";

    private static final String OF_AXIS =
            "(l.dimensions ->> (select y.id::text from ledger.axis y where y.company_id = :company and y.code = :axis))::uuid";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final CurrentCompany currentCompany;
    private final TrialBalance trialBalance;

    DimensionSums(
            JdbcClient jdbc, CurrentActor currentActor, CurrentCompany currentCompany, TrialBalance trialBalance) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.currentCompany = currentCompany;
        this.trialBalance = trialBalance;
    }

    /**
     * Values by number, those lines last that name none; within each its accounts by code.
     *
     * @param axis the code of an axis, or null for cost centres
     * @throws RuleViolation report.days-out-of-order, report.year-detached
     */
    public List<Row> of(LocalDate from, LocalDate to, @Nullable String axis, Extract extract) {
        if (to.isBefore(from)) {
            throw RuleViolation.ofField("to", "report.days-out-of-order", from, to);
        }
        if (!extract.isWhole()) {
            DetachedYears.requireNone(jdbc, DetachedYears.EVER, to);
            String sums = axis == null
                    ? LINES.formatted(CENTRES, "l.cost_centre_id", extract.condition())
                    : LINES.formatted(VALUES, OF_AXIS, extract.condition());
            return rows(extract.bind(asked(sums, from, to, axis)));
        }
        LocalDate firstMonth = from.withDayOfMonth(1);
        LocalDate lastMonth = to.plusDays(1).withDayOfMonth(1);
        requireEdges(firstMonth, from.minusDays(1));
        requireEdges(lastMonth, to);
        String sums = axis == null
                ? KEPT.formatted(CENTRES, "COST_CENTRE", "l.cost_centre_id")
                : KEPT.formatted(VALUES, "AXIS", OF_AXIS);
        List<Row> named =
                rows(asked(sums, from, to, axis).param("firstMonth", firstMonth).param("lastMonth", lastMonth));
        return withRest(named, trialBalance.of(from, to).rows());
    }

    /** Only the months that the two days cut are read line by line. */
    private void requireEdges(LocalDate first, LocalDate last) {
        if (!last.isBefore(first)) {
            DetachedYears.requireNone(jdbc, first, last);
        }
    }

    /** What no value is named for is what the named ones leave of each account. */
    private static List<Row> withRest(List<Row> named, List<TrialBalance.Row> whole) {
        Map<String, TrialBalance.Row> left = new LinkedHashMap<>();
        whole.forEach(row -> left.put(row.account(), row));
        named.forEach(
                row -> left.compute(row.account().account(), (code, all) -> AccountSums.minus(all, row.account())));
        List<Row> rows = new ArrayList<>(named);
        left.values().stream()
                .filter(rest -> !AccountSums.isNothing(rest))
                .sorted(Comparator.comparing(TrialBalance.Row::account))
                .forEach(rest -> rows.add(new Row(null, null, null, rest)));
        return rows;
    }

    private JdbcClient.StatementSpec asked(String sql, LocalDate from, LocalDate to, @Nullable String axis) {
        JdbcClient.StatementSpec asked = jdbc.sql(sql)
                .param("company", currentActor.company().value())
                .param("from", from)
                .param("to", to);
        return axis == null ? asked : asked.param("axis", axis);
    }

    private List<Row> rows(JdbcClient.StatementSpec asked) {
        CurrencyCode base = currentCompany.get().baseCurrency();
        return asked.query((row, n) -> new Row(
                        row.getString("number"),
                        row.getString("value_en"),
                        row.getString("value_pl"),
                        AccountSums.row(row, base)))
                .list();
    }
}
