package io.simbaerp.task.undo;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.task.TaskDraft;
import io.simbaerp.task.TaskEngine;
import io.simbaerp.task.TaskView;
import io.simbaerp.task.WithdrawTask;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tasks of the process that followed from a decision, whoever may see them. */
@Component
public class FollowingTasks {

    private static final String SELECT = """
            select t.id, t.engine_task_id, t.form,
                   t.assignee is null and not exists (
                       select from task.question q
                        where q.company_id = t.company_id and q.task_id = t.id) as untouched
              from task.task t
             where t.company_id = :company and t.subject_kind = :kind and t.subject_id = :subject and t.state = 'OPEN'
               and t.process = :process and t.engine_task_id not like '%s%%' and t.opened_at >= :since
               and not exists (
                   select from task.task later
                    where later.company_id = t.company_id and later.subject_id = t.subject_id
                      and later.subject_kind = t.subject_kind and later.task_key = :key and later.state = 'DONE'
                      and (later.ended_at, later.id) > (:since, :task))""".formatted(TaskDraft.DIRECT);

    /**
     * What waits now.
     *
     * @param untouched whether nobody has taken it or asked about it
     */
    public record Following(UUID id, String engineTaskId, String form, boolean untouched) {}

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final WithdrawTask withdrawTask;
    private final ObjectProvider<TaskEngine> engine;

    FollowingTasks(
            JdbcClient jdbc,
            CurrentActor currentActor,
            @Lazy WithdrawTask withdrawTask,
            ObjectProvider<TaskEngine> engine) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.withdrawTask = withdrawTask;
        this.engine = engine;
    }

    /** What followed; nothing if several tasks did, or if the same was decided once more meanwhile. */
    public Optional<Following> after(TaskView decided) {
        return after(decided, "");
    }

    /** The same, which nobody takes or decides until the transaction ends. */
    public Optional<Following> lockAfter(TaskView decided) {
        return after(decided, " for update of t");
    }

    /** All that followed, several side by side as well; none if the same was decided once more meanwhile. */
    public List<Following> allAfter(TaskView decided) {
        return all(decided, "");
    }

    /** The same, none of which anybody takes or decides until the transaction ends. */
    public List<Following> lockAllAfter(TaskView decided) {
        return all(decided, " order by t.id for update of t");
    }

    /** Takes the task off the desk and lets the process go on by another word than anybody decided. */
    public void leave(Following task, String wayOn) {
        leave(List.of(task), wayOn);
    }

    /** The same with all that are asked side by side: the process leaves them together. */
    public void leave(List<Following> tasks, String wayOn) {
        tasks.forEach(task -> withdrawTask.withdraw(task.engineTaskId()));
        engine.getObject().complete(tasks.get(0).engineTaskId(), wayOn);
    }

    private Optional<Following> after(TaskView decided, String lock) {
        List<Following> found = all(decided, lock);
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private List<Following> all(TaskView decided, String lock) {
        TaskView.Decided decision = decided.decision();
        if (decision == null) {
            return List.of();
        }
        return jdbc.sql(SELECT + lock)
                .param("company", currentActor.company().value())
                .param("kind", decided.subject().kind())
                .param("subject", decided.subject().id())
                .param("process", decided.process())
                .param("key", decided.key())
                .param("task", decided.id())
                .param("since", decision.at().atOffset(ZoneOffset.UTC))
                .query(FollowingTasks::following)
                .list();
    }

    private static Following following(ResultSet row, int number) throws SQLException {
        return new Following(
                row.getObject("id", UUID.class),
                row.getString("engine_task_id"),
                row.getString("form"),
                row.getBoolean("untouched"));
    }
}
