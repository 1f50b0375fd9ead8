package io.simbaerp.company.workingday;

import io.simbaerp.architecture.CurrentActor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes the company's week and its own days. */
@Component
class CalendarRows {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;

    CalendarRows(JdbcClient jdbc, CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    Optional<WorkingWeek> week() {
        return jdbc.sql("select country, opens, closes, days from company.working_week where company_id = ?")
                .param(currentActor.company().value())
                .query(CalendarRows::view)
                .optional();
    }

    List<SpecialDay> special() {
        return jdbc.sql("select day, works, name from company.special_day where company_id = ? order by day")
                .param(currentActor.company().value())
                .query((row, number) -> new SpecialDay(
                        row.getObject("day", LocalDate.class), row.getBoolean("works"), row.getString("name")))
                .list();
    }

    void keep(WorkingWeek week) {
        jdbc.sql("""
                        insert into company.working_week (company_id, country, opens, closes, days, set_by, set_at)
                        values (:company, :country, :opens, :closes, :days, :by, :now)
                            on conflict (company_id)
                            do update set country = excluded.country, opens = excluded.opens, closes = excluded.closes,
                                          days = excluded.days, set_by = excluded.set_by, set_at = excluded.set_at""")
                .param("company", currentActor.company().value())
                .param("country", week.country())
                .param("opens", week.opens())
                .param("closes", week.closes())
                .param(
                        "days",
                        week.days().stream().map(DayOfWeek::getValue).sorted().toArray(Integer[]::new))
                .param("by", currentActor.actor().toString())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    void keep(SpecialDay day) {
        jdbc.sql("""
                        insert into company.special_day (company_id, day, works, name, set_by, set_at)
                        values (:company, :day, :works, :name, :by, :now)
                            on conflict (company_id, day)
                            do update set works = excluded.works, name = excluded.name, set_by = excluded.set_by,
                                          set_at = excluded.set_at""")
                .param("company", currentActor.company().value())
                .param("day", day.day())
                .param("works", day.works())
                .param("name", day.name())
                .param("by", currentActor.actor().toString())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean remove(LocalDate day) {
        return jdbc.sql("delete from company.special_day where company_id = ? and day = ?")
                        .params(currentActor.company().value(), day)
                        .update()
                == 1;
    }

    private static WorkingWeek view(ResultSet row, int number) throws SQLException {
        return new WorkingWeek(
                row.getString("country"),
                row.getObject("opens", LocalTime.class),
                row.getObject("closes", LocalTime.class),
                Stream.of((Integer[]) row.getArray("days").getArray())
                        .map(DayOfWeek::of)
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
