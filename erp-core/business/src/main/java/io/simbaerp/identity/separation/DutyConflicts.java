package io.simbaerp.identity.separation;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.company.BusinessDay;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which duties conflict, who holds both sides of a conflict at present, and on whose word. */
@Query(Duty.VIEW_DUTIES)
public class DutyConflicts {

    private static final String CONFLICT = "k.id as conflict, k.one_duty, k.other_duty, k.reason as why, k.words";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final BusinessDay businessDay;
    private final Clock clock;

    DutyConflicts(JdbcClient jdbc, CurrentActor currentActor, BusinessDay businessDay, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.businessDay = businessDay;
        this.clock = clock;
    }

    /** Every pair, by its duties. */
    public List<DutyConflict> rules() {
        return jdbc.sql("select " + CONFLICT
                        + " from identity.duty_conflict k where k.company_id = ? and k.removed_at is null"
                        + " order by k.one_duty, k.other_duty")
                .param(currentActor.company().value())
                .query((row, n) -> conflict(row))
                .list();
    }

    /** All conflicts people hold, those that stop a role from working first. */
    public List<HeldConflict> present() {
        return jdbc.sql("""
                        select u.id as user_id, u.display_name, r.code, c.excepted, %s
                          from (select distinct user_id from identity.membership where company_id = :company) m
                          join identity.user_account u on u.id = m.user_id and u.active
                         cross join lateral identity.conflicts_of(u.id, :now) c
                          join identity.duty_conflict k on k.company_id = :company and k.id = c.conflict_id
                          join identity.role r on r.company_id = :company and r.id = c.role_id
                         order by c.excepted, u.display_name, k.one_duty, k.other_duty, r.code""".formatted(CONFLICT))
                .param("company", currentActor.company().value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, n) -> new HeldConflict(
                        row.getObject("user_id", UUID.class),
                        row.getString("display_name"),
                        conflict(row),
                        row.getString("code"),
                        row.getBoolean("excepted")))
                .list();
    }

    /** What granting a role to somebody would put into one hand: conflicts without an exception in force. */
    public List<DutyConflict> preview(UUID user, String role) {
        return jdbc.sql("""
                        with held as (
                            select d.duty, r.code = :role as granted
                              from identity.role r
                              join identity.role_duty d on d.company_id = r.company_id and d.role_id = r.id
                             where r.company_id = :company
                               and (r.code = :role or exists (
                                     select from identity.membership m
                                      where m.company_id = r.company_id and m.role_id = r.id and m.user_id = :user))
                        )
                        select %s from identity.duty_conflict k
                         where k.company_id = :company and k.removed_at is null
                           and exists (select from held a join held b on b.duty = k.other_duty
                                        where a.duty = k.one_duty and (a.granted or b.granted))
                           and not exists (select from identity.duty_exception e
                                            where e.company_id = k.company_id and e.conflict_id = k.id
                                              and e.user_id = :user and e.approved_by is not null
                                              and e.withdrawn_by is null and e.ends_on >= :today)
                         order by k.one_duty, k.other_duty""".formatted(CONFLICT))
                .param("company", currentActor.company().value())
                .param("role", role)
                .param("user", user)
                .param("today", businessDay.today())
                .query((row, n) -> conflict(row))
                .list();
    }

    /** Who holds both duties at present, whatever exceptions say: whom a new pair would stop. */
    public List<PersonHolding> holding(Duty one, Duty other) {
        return jdbc.sql("""
                        select u.id, u.display_name
                          from identity.membership m
                          join identity.role_duty d on d.company_id = m.company_id and d.role_id = m.role_id
                          join identity.user_account u on u.id = m.user_id and u.active
                         where m.company_id = :company and d.duty in (:one, :other)
                         group by u.id, u.display_name having count(distinct d.duty) = 2
                         order by u.display_name, u.id""")
                .param("company", currentActor.company().value())
                .param("one", one.name())
                .param("other", other.name())
                .query((row, n) -> new PersonHolding(row.getObject("id", UUID.class), row.getString("display_name")))
                .list();
    }

    /** All exceptions, those asked for first, then those in force by their last day. */
    public List<DutyException> exceptions() {
        LocalDate today = businessDay.today();
        return jdbc.sql("""
                        select e.*, u.display_name, %s
                          from identity.duty_exception e
                          join identity.user_account u on u.id = e.user_id
                          join identity.duty_conflict k on k.company_id = e.company_id and k.id = e.conflict_id
                         where e.company_id = :company
                         order by e.withdrawn_by is not null, e.ends_on < :today, e.approved_by is not null, e.ends_on, e.id""".formatted(CONFLICT))
                .param("company", currentActor.company().value())
                .param("today", today)
                .query((row, n) -> exception(row, today))
                .list();
    }

    private static DutyException exception(ResultSet row, LocalDate today) throws SQLException {
        LocalDate endsOn = row.getObject("ends_on", LocalDate.class);
        String approvedBy = row.getString("approved_by");
        DutyException.State state = row.getString("withdrawn_by") != null
                ? DutyException.State.WITHDRAWN
                : endsOn.isBefore(today)
                        ? DutyException.State.ENDED
                        : approvedBy == null ? DutyException.State.REQUESTED : DutyException.State.APPROVED;
        return new DutyException(
                row.getObject("id", UUID.class),
                row.getObject("user_id", UUID.class),
                row.getString("display_name"),
                conflict(row),
                row.getString("reason"),
                row.getString("requested_by"),
                endsOn,
                approvedBy,
                state);
    }

    private static DutyConflict conflict(ResultSet row) throws SQLException {
        return new DutyConflict(
                row.getObject("conflict", UUID.class),
                Duty.valueOf(row.getString("one_duty")),
                Duty.valueOf(row.getString("other_duty")),
                row.getString("why"),
                row.getString("words"));
    }
}
