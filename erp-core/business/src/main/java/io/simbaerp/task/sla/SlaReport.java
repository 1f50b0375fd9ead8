package io.simbaerp.task.sla;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.company.workingday.WorkedDay;
import io.simbaerp.company.workingday.WorkingDays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long tasks took against the time they had. */
@Query(Duty.BELONG_TO_COMPANY)
public class SlaReport {

    /** A task that was opened longer before it was due counts from then on. */
    private static final int YEARS_BEFORE = 1;

    /** What took longer after it was due counts until then: another day would need a row of its own for everybody. */
    private static final int YEARS_AFTER = 1;

    private static final String TASKS = """
            with worked as (
                select * from unnest(:whose, cast(:days as date[]), cast(:opens as timestamptz[]),
                                     cast(:closes as timestamptz[]), :before) as w (whose, day, opens, closes, before)
            ), seen as (
                select t.*, coalesce(t.ended_at, :now) as until,
                       case when t.assignee = any (cast(:partTimers as uuid[])) then t.assignee::text else '' end as whose,
                       case when t.assignee is null then array_to_string(t.candidate_duties, ',') end as free_for,
                       date_trunc('month', t.due_at at time zone :zone)::date as month
                  from task.task t
                 where t.company_id = :company and t.due_at >= :from and t.due_at < :until
                   and (t.state = 'DONE' or t.state = 'OPEN' and t.due_at < :now)
                   and (cast(:process as text) is null or t.process = :process)
                   and (cast(:step as text) is null or t.task_key = :step)
                   and (cast(:person as uuid) is null or t.assignee = :person)
                   and (cast(:duty as text) is null or t.assignee is null and :duty = array_to_string(t.candidate_duties, ','))
                   and (:all or t.assignee = :reader
                        or t.assignee in (select b.person from identity.people_below(:reader, :today) b))
            ), timed as (
                select s.*,
                       (e.before + least(greatest(extract(epoch from s.until - e.opens), 0), extract(epoch from e.closes - e.opens))
                        - b.before - least(greatest(extract(epoch from s.opened_at - b.opens), 0),
                                           extract(epoch from b.closes - b.opens))) / 3600 as taken
                  from seen s
                  join worked b on b.whose = s.whose and b.day = greatest((s.opened_at at time zone :zone)::date, :first)
                  join worked e on e.whose = s.whose and e.day = least((s.until at time zone :zone)::date, :last)
            )""";

    private static final String ROWS = TASKS + """
            select %s as month, t.process, t.task_key, %s as assignee, %s as free_for, count(*) as items,
                   count(*) filter (where t.state = 'DONE') as done,
                   count(*) filter (where t.state = 'DONE' and t.ended_at <= t.due_at) as in_time,
                   count(*) filter (where t.state = 'DONE' and t.ended_at > t.due_at) as late,
                   count(*) filter (where t.state = 'OPEN') as open_late,
                   round((percentile_cont(0.5) within group (order by t.taken)
                         filter (where t.state = 'DONE'))::numeric, 1) as median,
                   round((percentile_cont(0.9) within group (order by t.taken)
                         filter (where t.state = 'DONE'))::numeric, 1) as ninety
              from timed t
             group by 1, 2, 3, 4, 5
             order by 1, 2, 3, 4 nulls first, 5""";

    private static final String EACH = TASKS + """
            select t.id, t.process, t.task_key, t.document_id, t.document_number, t.party_name, t.assignee, t.opened_at,
                   t.due_at, t.ended_at, t.outcome, round(t.taken::numeric, 1) as taken
              from timed t
             where cast(:after as uuid) is null
                or (t.due_at, t.id) > (select a.due_at, a.id from task.task a where a.company_id = :company and a.id = :after)
             order by t.due_at, t.id
             limit :most""";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final CurrentCompany currentCompany;
    private final BusinessDay businessDay;
    private final WorkingDays workingDays;
    private final Clock clock;

    SlaReport(
            JdbcClient jdbc,
            CurrentActor currentActor,
            CurrentCompany currentCompany,
            BusinessDay businessDay,
            WorkingDays workingDays,
            Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.currentCompany = currentCompany;
        this.businessDay = businessDay;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /**
     * By process and step.
     *
     * @param byMonth each month apart
     * @param byPerson each person and each group apart
     */
    public List<SlaRow> rows(SlaFilter filter, boolean byMonth, boolean byPerson) {
        return asked(
                        ROWS.formatted(
                                byMonth ? "t.month" : "null::date",
                                byPerson ? "t.assignee" : "null::uuid",
                                byPerson ? "t.free_for" : "null::text"),
                        filter)
                .query(SlaReport::row)
                .list();
    }

    /** The tasks behind the figures, by due time. */
    public List<SlaTask> tasks(SlaFilter filter, @Nullable UUID after, int most) {
        return asked(EACH, filter)
                .param("after", after, Types.OTHER)
                .param("most", most)
                .query(SlaReport::task)
                .list();
    }

    private JdbcClient.StatementSpec asked(String sql, SlaFilter filter) {
        Acting acting = currentActor.get();
        ZoneId zone = currentCompany.get().timeZone();
        LocalDate first = filter.from().minusYears(YEARS_BEFORE);
        LocalDate today = businessDay.today();
        LocalDate last = lastCounted(filter, first, today);
        List<Worked> worked = worked(first, last);
        return jdbc.sql(sql)
                .param("company", acting.company().value())
                .param("whose", array(worked, Worked::whose, String[]::new))
                .param("partTimers", array(List.copyOf(workingDays.partTimers()), UUID::toString, String[]::new))
                .param("days", array(worked, one -> one.day().day().toString(), String[]::new))
                .param("opens", array(worked, one -> one.day().opens().toString(), String[]::new))
                .param("closes", array(worked, one -> one.day().closes().toString(), String[]::new))
                .param("before", array(worked, one -> one.day().before(), Long[]::new))
                .param("first", first)
                .param("last", last)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("zone", zone.getId())
                .param("from", start(filter.from(), zone))
                .param("until", start(filter.until().plusDays(1), zone))
                .param("process", filter.process())
                .param("step", filter.step())
                .param("person", filter.person(), Types.OTHER)
                .param("duty", filter.duty())
                .param("all", acting.may(Duty.VIEW_MODEL))
                .param("reader", acting.principal().orElse(null), Types.OTHER)
                .param("today", today);
    }

    private static LocalDate lastCounted(SlaFilter filter, LocalDate first, LocalDate today) {
        LocalDate late = filter.until().plusYears(YEARS_AFTER);
        LocalDate last = late.isBefore(today) ? late : today;
        return last.isBefore(first) ? first : last;
    }

    /** A day as it is worked by somebody who works part-time, or, without a name, by all others. */
    private record Worked(String whose, WorkedDay day) {}

    private List<Worked> worked(LocalDate from, LocalDate until) {
        return Stream.concat(
                        workingDays.worked(from, until, null).stream().map(day -> new Worked("", day)),
                        workingDays.partTimers().stream()
                                .flatMap(person -> workingDays.worked(from, until, person).stream()
                                        .map(day -> new Worked(person.toString(), day))))
                .toList();
    }

    private static <T, R> R[] array(List<T> of, Function<T, R> value, IntFunction<R[]> made) {
        return of.stream().map(value).toArray(made);
    }

    private static OffsetDateTime start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toOffsetDateTime();
    }

    private static SlaRow row(ResultSet row, int number) throws SQLException {
        return new SlaRow(
                row.getObject("month", LocalDate.class),
                row.getString("process"),
                row.getString("task_key"),
                row.getObject("assignee", UUID.class),
                row.getString("free_for"),
                row.getLong("items"),
                row.getLong("done"),
                row.getLong("in_time"),
                row.getLong("late"),
                row.getLong("open_late"),
                row.getBigDecimal("median"),
                row.getBigDecimal("ninety"));
    }

    private static SlaTask task(ResultSet row, int number) throws SQLException {
        return new SlaTask(
                row.getObject("id", UUID.class),
                row.getString("process"),
                row.getString("task_key"),
                row.getObject("document_id", UUID.class),
                row.getString("document_number"),
                row.getString("party_name"),
                row.getObject("assignee", UUID.class),
                moment(row, "opened_at"),
                moment(row, "due_at"),
                row.getObject("ended_at") == null ? null : moment(row, "ended_at"),
                row.getString("outcome"),
                row.getBigDecimal("taken"));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
