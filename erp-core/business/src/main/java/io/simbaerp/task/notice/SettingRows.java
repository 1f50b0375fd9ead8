package io.simbaerp.task.notice;

import io.simbaerp.architecture.CurrentActor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people chose, as it is stored. */
@Component
class SettingRows {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    SettingRows(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    Map<NoticeKind, NoticeWay> ways(UUID person) {
        Map<NoticeKind, NoticeWay> ways = new EnumMap<>(NoticeKind.class);
        for (NoticeKind kind : NoticeKind.values()) {
            ways.put(kind, kind.usual());
        }
        jdbc.sql("select kind, way from task.notice_choice where company_id = ? and person = ?")
                .params(company(), person)
                .query((ResultSet row) -> {
                    ways.put(NoticeKind.valueOf(row.getString(1)), NoticeWay.valueOf(row.getString(2)));
                });
        return ways;
    }

    /** How each of these people is told of something. */
    Map<UUID, NoticeWay> ways(NoticeKind kind, Collection<UUID> people) {
        Map<UUID, NoticeWay> ways = new HashMap<>();
        people.forEach(person -> ways.put(person, kind.usual()));
        jdbc.sql("select person, way from task.notice_choice where company_id = ? and kind = ? and person = any (?)")
                .params(company(), kind.name(), people.toArray(UUID[]::new))
                .query((ResultSet row) -> {
                    ways.put(row.getObject(1, UUID.class), NoticeWay.valueOf(row.getString(2)));
                });
        return ways;
    }

    NoticeTimes times(UUID person) {
        return times(List.of(person)).getOrDefault(person, NoticeTimes.USUAL);
    }

    /** When mail may come to each of these people. */
    Map<UUID, NoticeTimes> times(Collection<UUID> people) {
        Map<UUID, NoticeTimes> times = new HashMap<>();
        people.forEach(person -> times.put(person, NoticeTimes.USUAL));
        jdbc.sql("""
                        select digest_at, quiet_from, quiet_until, working_days_only, person
                          from task.notice_time where company_id = ? and person = any (?)""").params(company(), people.toArray(UUID[]::new)).query((ResultSet row) -> {
            times.put(row.getObject(5, UUID.class), times(row));
        });
        return times;
    }

    private static NoticeTimes times(ResultSet row) throws SQLException {
        return new NoticeTimes(
                row.getObject(1, LocalTime.class),
                row.getObject(2, LocalTime.class),
                row.getObject(3, LocalTime.class),
                row.getBoolean(4));
    }

    void keep(UUID person, Map<NoticeKind, NoticeWay> ways) {
        ways.forEach((kind, way) ->
                jdbc.sql("""
                        insert into task.notice_choice as kept (company_id, person, kind, way) values (?, ?, ?, ?)
                        on conflict (company_id, person, kind) do update set way = excluded.way
                         where kept.way <> excluded.way""").params(company(), person, kind.name(), way.name()).update());
    }

    void keep(UUID person, NoticeTimes times) {
        jdbc.sql("""
                        insert into task.notice_time (company_id, person, digest_at, quiet_from, quiet_until, working_days_only)
                        values (:company, :person, :digest, cast(:from as time), cast(:until as time), :working)
                        on conflict (company_id, person) do update
                           set digest_at = excluded.digest_at, quiet_from = excluded.quiet_from,
                               quiet_until = excluded.quiet_until, working_days_only = excluded.working_days_only""")
                .param("company", company())
                .param("person", person)
                .param("digest", times.digestAt())
                .param(
                        "from",
                        times.quietFrom() == null ? null : times.quietFrom().toString())
                .param(
                        "until",
                        times.quietUntil() == null ? null : times.quietUntil().toString())
                .param("working", times.workingDaysOnly())
                .update();
    }

    private UUID company() {
        return currentActor.company().value();
    }
}
