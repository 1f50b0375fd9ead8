package io.simbaerp.task.delegation;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.identity.Colleagues;
import io.simbaerp.task.TaskView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who handed a task to whom, and to whom it can be handed. */
@Query(Duty.WORK_ON_TASK)
public class Delegations {

    private static final String SELECT = """
            select id, task_id, delegated_by, delegated_for, delegated_to, delegated_at, note
              from task.delegation
             where company_id = :company and %s = :id
             order by delegated_at, id""";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Colleagues colleagues;

    Delegations(JdbcClient jdbc, CurrentActor currentActor, Colleagues colleagues) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.colleagues = colleagues;
    }

    /** From hand to hand, the first one first. */
    public List<Delegation> of(UUID taskId) {
        return jdbc.sql(SELECT.formatted("task_id"))
                .param("company", currentActor.company().value())
                .param("id", taskId)
                .query(Delegations::view)
                .list();
    }

    /**
     * Colleagues who hold the task's duty, by name. Whether the duty reaches so far and nothing they did bars them is judged
     * when the task is handed to one of them.
     */
    public List<Colleagues.Colleague> possible(TaskView task) {
        List<UUID> acting = currentActor.get().people();
        return task.candidateDuties().stream()
                .flatMap(duty -> colleagues.holding(duty).stream())
                .filter(colleague -> !acting.contains(colleague.id()))
                .distinct()
                .toList();
    }

    Optional<Delegation> byId(UUID id) {
        return jdbc.sql(SELECT.formatted("id"))
                .param("company", currentActor.company().value())
                .param("id", id)
                .query(Delegations::view)
                .optional();
    }

    private static Delegation view(ResultSet row, int number) throws SQLException {
        return new Delegation(
                row.getObject("id", UUID.class),
                row.getObject("task_id", UUID.class),
                row.getObject("delegated_by", UUID.class),
                row.getObject("delegated_for", UUID.class),
                row.getObject("delegated_to", UUID.class),
                row.getObject("delegated_at", OffsetDateTime.class).toInstant(),
                row.getString("note"));
    }
}
