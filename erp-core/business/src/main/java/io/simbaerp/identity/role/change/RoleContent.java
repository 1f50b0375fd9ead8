package io.simbaerp.identity.role.change;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.DutyLimit;
import io.simbaerp.architecture.Query;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.identity.separation.DutyConflict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a role bundles, who holds it, and what another content would make. */
@Query(Duty.VIEW_DUTIES)
public class RoleContent {

    /** A role with how far each of its duties reaches. */
    public record Kept(UUID id, String code, String nameEn, String namePl, Map<Duty, DutyLimit> duties) {}

    /** Somebody who holds it, and within which limits of their own. */
    public record Holder(UUID user, String person, DutyLimit limits) {}

    private static final String CLASHES = """
            with holder as (
                select m.user_id from identity.membership m
                  join identity.role r on r.company_id = m.company_id and r.id = m.role_id
                 where m.company_id = :company and r.code = :role
            ), held as (
                select m.user_id, d.duty, false as changed
                  from identity.membership m
                  join identity.role r on r.company_id = m.company_id and r.id = m.role_id and r.code <> :role
                  join identity.role_duty d on d.company_id = r.company_id and d.role_id = r.id
                 where m.company_id = :company and m.user_id in (select user_id from holder)
                union all
                select h.user_id, d.duty, true from holder h, unnest(:duties) d (duty)
            )
            select distinct u.id as user_id, u.display_name, k.id, k.one_duty, k.other_duty, k.reason, k.words
              from identity.duty_conflict k
              join held a on a.duty = k.one_duty
              join held b on b.user_id = a.user_id and b.duty = k.other_duty
              join identity.user_account u on u.id = a.user_id and u.active
             where k.company_id = :company and k.removed_at is null and (a.changed or b.changed)
               and not exists (select from identity.conflicts_of(u.id, :now) c where c.conflict_id = k.id)
               and not exists (select from identity.duty_exception e
                                where e.company_id = k.company_id and e.conflict_id = k.id
                                  and e.user_id = u.id and e.approved_by is not null
                                  and e.withdrawn_by is null and e.ends_on >= :today)
             order by u.display_name, k.one_duty, k.other_duty""";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final BusinessDay businessDay;
    private final Clock clock;

    RoleContent(JdbcClient jdbc, CurrentActor currentActor, BusinessDay businessDay, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.businessDay = businessDay;
        this.clock = clock;
    }

    public Optional<Kept> byCode(String code) {
        Map<Duty, DutyLimit> duties = new TreeMap<>();
        jdbc.sql("""
                        select d.duty, d.amount_limit, d.cost_centres, d.document_types
                          from identity.role r
                          join identity.role_duty d on d.company_id = r.company_id and d.role_id = r.id
                         where r.company_id = ? and r.code = ?""").params(company(), code).query((ResultSet row) -> {
            duties.put(Duty.valueOf(row.getString("duty")), limits(row));
        });
        return jdbc.sql("select id, code, name_en, name_pl from identity.role where company_id = ? and code = ?")
                .params(company(), code)
                .query((row, n) -> new Kept(
                        row.getObject("id", UUID.class),
                        row.getString("code"),
                        row.getString("name_en"),
                        row.getString("name_pl"),
                        duties))
                .optional();
    }

    public List<Holder> holders(String code) {
        return jdbc.sql("""
                        select u.id, u.display_name, m.amount_limit, m.cost_centres, m.document_types
                          from identity.role r
                          join identity.membership m on m.company_id = r.company_id and m.role_id = r.id
                          join identity.user_account u on u.id = m.user_id
                         where r.company_id = ? and r.code = ? order by u.display_name, u.id""")
                .params(company(), code)
                .query((row, n) ->
                        new Holder(row.getObject("id", UUID.class), row.getString("display_name"), limits(row)))
                .list();
    }

    /** What these duties would put into the hands of those who hold the role and isn't there or excepted now. */
    public List<ClashOfPerson> clashes(String code, Collection<Duty> duties) {
        return jdbc.sql(CLASHES)
                .param("company", company())
                .param("role", code)
                .param("duties", duties.stream().map(Duty::name).toArray(String[]::new))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("today", businessDay.today())
                .query((row, n) -> new ClashOfPerson(
                        row.getObject("user_id", UUID.class), row.getString("display_name"), conflict(row)))
                .list();
    }

    private UUID company() {
        return currentActor.company().value();
    }

    private static DutyConflict conflict(ResultSet row) throws SQLException {
        return new DutyConflict(
                row.getObject("id", UUID.class),
                Duty.valueOf(row.getString("one_duty")),
                Duty.valueOf(row.getString("other_duty")),
                row.getString("reason"),
                row.getString("words"));
    }

    private static DutyLimit limits(ResultSet row) throws SQLException {
        return new DutyLimit(
                row.getObject("amount_limit", Long.class),
                Set.of((String[]) row.getArray("cost_centres").getArray()),
                Set.of((String[]) row.getArray("document_types").getArray()));
    }
}
