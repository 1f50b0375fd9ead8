package io.simbaerp.identity.parttime;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.company.workingday.PersonalWeeks;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes weeks of people, and hands them to whoever counts in them. */
@Component
class PartTimeRows implements PersonalWeeks {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;

    PartTimeRows(JdbcClient jdbc, CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    @Override
    public Map<UUID, OwnWeek> all() {
        return list().stream()
                .collect(Collectors.toMap(
                        PartTime::person, week -> new OwnWeek(week.opens(), week.closes(), week.days())));
    }

    List<PartTime> list() {
        return jdbc.sql("""
                        select p.person_id, u.display_name, p.opens, p.closes, p.days
                          from identity.part_time p join identity.user_account u on u.id = p.person_id
                         where p.company_id = :company order by u.display_name, p.person_id""")
                .param("company", currentActor.company().value())
                .query(PartTimeRows::view)
                .list();
    }

    /** @throws NotFound of anybody who doesn't work here */
    void requireMember(UUID person) {
        boolean member = jdbc.sql(
                        "select exists (select from identity.membership where company_id = ? and user_id = ?)")
                .params(currentActor.company().value(), person)
                .query(Boolean.class)
                .single();
        if (!member) {
            throw new NotFound("user", person);
        }
    }

    void keep(UUID person, LocalTime opens, LocalTime closes, Set<DayOfWeek> days) {
        jdbc.sql("""
                        insert into identity.part_time (company_id, person_id, opens, closes, days, set_by, set_at)
                        values (:company, :person, :opens, :closes, :days, :by, :now)
                            on conflict (company_id, person_id)
                            do update set opens = excluded.opens, closes = excluded.closes, days = excluded.days,
                                          set_by = excluded.set_by, set_at = excluded.set_at""")
                .param("company", currentActor.company().value())
                .param("person", person)
                .param("opens", opens)
                .param("closes", closes)
                .param("days", days.stream().map(DayOfWeek::getValue).sorted().toArray(Integer[]::new))
                .param("by", currentActor.actor().toString())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean remove(UUID person) {
        return jdbc.sql("delete from identity.part_time where company_id = ? and person_id = ?")
                        .params(currentActor.company().value(), person)
                        .update()
                == 1;
    }

    private static PartTime view(ResultSet row, int number) throws SQLException {
        return new PartTime(
                row.getObject("person_id", UUID.class),
                row.getString("display_name"),
                row.getObject("opens", LocalTime.class),
                row.getObject("closes", LocalTime.class),
                Stream.of((Integer[]) row.getArray("days").getArray())
                        .map(DayOfWeek::of)
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
