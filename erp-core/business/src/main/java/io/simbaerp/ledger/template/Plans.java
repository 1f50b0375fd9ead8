package io.simbaerp.ledger.template;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.ledger.JournalEntryDetails;
import io.simbaerp.ledger.JournalEntryId;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Plans, their days, and what is due. */
@Query(Duty.VIEW_LEDGER)
public class Plans {

    /** An entry of a plan that should have been posted by today. */
    public record Due(UUID plan, int occurrence) {}

    /**
     * A plan.
     *
     * @param next the next day that is not posted
     * @param refusal the rule that keeps a due entry waiting
     */
    public record Plan(
            UUID id,
            PlanKind kind,
            String template,
            String narration,
            Money amount,
            LocalDate firstDay,
            @Nullable LocalDate lastDay,
            @Nullable Integer everyMonths,
            boolean byDays,
            boolean stopped,
            int posted,
            int days,
            @Nullable LocalDate next,
            @Nullable String refusal) {}

    /** A day of a plan, with its entry once it is posted. */
    public record Day(
            int occurrence,
            LocalDate due,
            Money amount,
            boolean reversal,
            JournalEntryDetails.@Nullable Reference entry,
            @Nullable String refusal) {}

    private static final String PLANS = """
            select e.id, e.kind, t.code as template, e.narration, e.amount, e.first_day, e.last_day, e.every_months,
                   e.by_days, e.stopped, count(p.entry_id) as posted, count(*) as days,
                   min(p.due) filter (where p.entry_id is null) as next,
                   min(p.refusal) filter (where p.entry_id is null) as refusal
              from ledger.entry_plan e
              join ledger.entry_template t on t.company_id = e.company_id and t.id = e.template_id
              join ledger.planned_entry p on p.company_id = e.company_id and p.plan_id = e.id
             where e.company_id = :company and (:plan::uuid is null or e.id = :plan)
             group by e.id, t.code, e.kind, e.narration, e.amount, e.first_day, e.last_day, e.every_months, e.by_days, e.stopped
             order by e.stopped, next nulls last, e.id desc limit :limit""";

    private static final String DAYS = """
            select p.occurrence, p.due, p.amount, p.reverses is not null as reversal, p.refusal, e.id as entry,
                   j.code || '/' || y.code || '/' || lpad(e.number::text, 6, '0') as full_number
              from ledger.planned_entry p
              left join ledger.journal_entry e on e.company_id = p.company_id and e.id = p.entry_id
              left join ledger.journal j on j.company_id = e.company_id and j.id = e.journal_id
              left join company.fiscal_year y on y.company_id = e.company_id and y.id = e.fiscal_year_id
             where p.company_id = :company and p.plan_id = :plan order by p.occurrence""";

    private static final int MOST = 500;

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final CurrentCompany company;
    private final BusinessDay businessDay;

    Plans(JdbcClient jdbc, CurrentActor currentActor, CurrentCompany company, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.company = company;
        this.businessDay = businessDay;
    }

    /** All plans: those at work first, by their next day. */
    public List<Plan> all() {
        return read(null);
    }

    public Optional<Plan> find(UUID plan) {
        return read(plan).stream().findFirst();
    }

    /** The days of a plan in their order. */
    public List<Day> days(UUID plan) {
        CurrencyCode base = company.get().baseCurrency();
        return jdbc.sql(DAYS)
                .param("company", currentActor.company().value())
                .param("plan", plan)
                .query((row, n) -> day(row, base))
                .list();
    }

    /** What is due by today and not posted, the oldest first. */
    public List<Due> due() {
        return jdbc.sql("""
                        select p.plan_id, p.occurrence
                          from ledger.planned_entry p
                          join ledger.entry_plan e on e.company_id = p.company_id and e.id = p.plan_id
                         where p.company_id = :company and p.entry_id is null and p.due <= :today and not e.stopped
                         order by p.due, p.plan_id, p.occurrence""")
                .param("company", currentActor.company().value())
                .param("today", businessDay.today())
                .query((row, n) -> new Due(row.getObject("plan_id", UUID.class), row.getInt("occurrence")))
                .list();
    }

    private List<Plan> read(@Nullable UUID plan) {
        CurrencyCode base = company.get().baseCurrency();
        return jdbc.sql(PLANS)
                .param("company", currentActor.company().value())
                .param("plan", plan, java.sql.Types.OTHER)
                .param("limit", MOST)
                .query((row, n) -> plan(row, base))
                .list();
    }

    private static Plan plan(ResultSet row, CurrencyCode base) throws SQLException {
        int every = row.getInt("every_months");
        return new Plan(
                row.getObject("id", UUID.class),
                PlanKind.valueOf(row.getString("kind")),
                row.getString("template"),
                row.getString("narration"),
                new Money(row.getBigDecimal("amount"), base).rounded(),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                every == 0 ? null : every,
                row.getBoolean("by_days"),
                row.getBoolean("stopped"),
                row.getInt("posted"),
                row.getInt("days"),
                row.getObject("next", LocalDate.class),
                row.getString("refusal"));
    }

    private static Day day(ResultSet row, CurrencyCode base) throws SQLException {
        UUID entry = row.getObject("entry", UUID.class);
        return new Day(
                row.getInt("occurrence"),
                row.getObject("due", LocalDate.class),
                new Money(row.getBigDecimal("amount"), base).rounded(),
                row.getBoolean("reversal"),
                entry == null
                        ? null
                        : new JournalEntryDetails.Reference(new JournalEntryId(entry), row.getString("full_number")),
                row.getString("refusal"));
    }
}
