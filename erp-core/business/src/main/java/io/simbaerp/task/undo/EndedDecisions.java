package io.simbaerp.task.undo;

import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.task.TaskCompleted;
import io.simbaerp.task.TaskReleased;
import io.simbaerp.task.TaskWithdrawn;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A held decision ends with its task, and with its person's hold on it, in the same transaction. */
@Component
class EndedDecisions {

    private final JdbcClient jdbc;

    EndedDecisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void completed(TaskCompleted event) {
        end(event, event.taskId());
    }

    @EventListener
    void withdrawn(TaskWithdrawn event) {
        end(event, event.taskId());
    }

    @EventListener
    void released(TaskReleased event) {
        end(event, event.taskId());
    }

    private void end(BusinessEvent event, UUID taskId) {
        jdbc.sql("delete from task.held_decision where company_id = ? and task_id = ?")
                .params(event.company().value(), taskId)
                .update();
    }
}
