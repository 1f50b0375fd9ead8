package io.simbaerp.ledger.report;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.ledger.TrialBalance;
import io.simbaerp.money.CurrencyCode;
import java.time.LocalDate;
import java.util.List;
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

    private static final String SUMS = """
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

    DimensionSums(JdbcClient jdbc, CurrentActor currentActor, CurrentCompany currentCompany) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.currentCompany = currentCompany;
    }

    /**
     * Values by number, those lines last that name none; within each its accounts by code.
     *
     * @param axis the code of an axis, or null for cost centres
     * @throws RuleViolation report.days-out-of-order
     */
    public List<Row> of(LocalDate from, LocalDate to, @Nullable String axis, Extract extract) {
        if (to.isBefore(from)) {
            throw RuleViolation.ofField("to", "report.days-out-of-order", from, to);
        }
        CurrencyCode base = currentCompany.get().baseCurrency();
        String sums = axis == null
                ? SUMS.formatted(CENTRES, "l.cost_centre_id", extract.condition())
                : SUMS.formatted(VALUES, OF_AXIS, extract.condition());
        JdbcClient.StatementSpec asked = jdbc.sql(sums)
                .param("company", currentActor.company().value())
                .param("from", from)
                .param("to", to);
        return extract.bind(axis == null ? asked : asked.param("axis", axis))
                .query((row, n) -> new Row(
                        row.getString("number"),
                        row.getString("value_en"),
                        row.getString("value_pl"),
                        AccountSums.row(row, base)))
                .list();
    }
}
