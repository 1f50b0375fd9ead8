package io.simbaerp.task.timing;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.task.reading.OpenTaskRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the tasks a rule is to act on now, and holds them: another node passes over them. What a heavier rule is about is
 * not this one's, what somebody has just decided no rule's.
 */
@Component
class LateTasks {

    private static final String SELECT = """
            select %s
              from task.task t
             where t.company_id = :company and t.state = 'OPEN' and t.due_at <= :until
               and (cast(:task as uuid) is null or t.id = :task)
               and (cast(:after as uuid) is null
                    or (t.due_at, t.id) > (select a.due_at, a.id from task.task a where a.company_id = :company and a.id = :after))
               and (cast(:process as text) is null or t.process = :process)
               and (cast(:step as text) is null or t.task_key = :step)
               and (cast(:type as text) is null or split_part(t.extent, '|', 3) = :type)
               and not exists (
                   select from task.time_rule heavier
                    where heavier.company_id = t.company_id and heavier.act = :act and heavier.ended_at is null
                      and heavier.weight > :weight
                      and (heavier.process is null or heavier.process = t.process)
                      and (heavier.task_key is null or heavier.task_key = t.task_key)
                      and (heavier.document_type is null or heavier.document_type = split_part(t.extent, '|', 3)))
               and not exists (
                   select from task.time_act a
                     join task.time_rule r on r.company_id = a.company_id and r.id = a.rule_id
                    where a.company_id = t.company_id and a.task_id = t.id and r.act = :act
                      and case :act when 'REMIND' then r.span >= :span else a.top or a.step >= :above end)
               and not exists (
                   select from task.held_decision h
                    where h.company_id = t.company_id and h.task_id = t.id and h.refused_rule is null)
             order by t.due_at, t.id
             limit :most""";

    private static final String WHOLE =
            SELECT.formatted(OpenTaskRow.COLUMNS + ", t.extent, t.engine_task_id") + " for update of t skip locked";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    LateTasks(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /**
     * The longest due first. A later reminder stands for those before it, a higher step for those below.
     *
     * @param above how many steps up the tree of superiors it goes
     * @param until due by then
     */
    List<LateTask> of(TimeRule rule, int above, Instant until, int most) {
        return select(WHOLE, rule, above, until, most)
                .param("task", null, Types.OTHER)
                .param("after", null, Types.OTHER)
                .query(LateTasks::row)
                .list();
    }

    /**
     * Which they are, without holding or reading them.
     *
     * @param after only those that come after this one
     */
    List<UUID> seen(TimeRule rule, int above, Instant until, @Nullable UUID after, int most) {
        return select(SELECT.formatted("t.id"), rule, above, until, most)
                .param("task", null, Types.OTHER)
                .param("after", after, Types.OTHER)
                .query(UUID.class)
                .list();
    }

    /** One task, if the rule still is to act on it. */
    Optional<LateTask> one(TimeRule rule, int above, UUID task, Instant until) {
        return select(WHOLE, rule, above, until, 1)
                .param("task", task, Types.OTHER)
                .param("after", null, Types.OTHER)
                .query(LateTasks::row)
                .optional();
    }

    private JdbcClient.StatementSpec select(String sql, TimeRule rule, int above, Instant until, int most) {
        return jdbc.sql(sql)
                .param("company", currentActor.company().value())
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("process", rule.process())
                .param("step", rule.step())
                .param("type", rule.documentType())
                .param("act", rule.act().name())
                .param("weight", rule.weight())
                .param("span", rule.span())
                .param("above", above)
                .param("most", most);
    }

    private static LateTask row(ResultSet row, int number) throws SQLException {
        return new LateTask(OpenTaskRow.read(row, number), row.getString("engine_task_id"), row.getString("extent"));
    }
}
