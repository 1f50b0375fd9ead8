package io.simbaerp.task.draft;

import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.task.TaskCompleted;
import io.simbaerp.task.TaskWithdrawn;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A draft ends with its task, in the same transaction. */
@Component
class EndedDrafts {

    private final JdbcClient jdbc;

    EndedDrafts(JdbcClient jdbc) {
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

    private void end(BusinessEvent event, UUID taskId) {
        jdbc.sql("delete from task.draft where company_id = ? and task_id = ?")
                .params(event.company().value(), taskId)
                .update();
    }
}
