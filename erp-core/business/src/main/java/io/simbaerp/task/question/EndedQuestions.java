package io.simbaerp.task.question;

import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.task.TaskCompleted;
import io.simbaerp.task.TaskDraft;
import io.simbaerp.task.TaskWithdrawn;
import io.simbaerp.task.WithdrawTask;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Nobody is to answer what nobody waits for any more: questions end with the task they were asked about. */
@Component
class EndedQuestions {

    private final JdbcClient jdbc;
    private final WithdrawTask withdrawTask;

    EndedQuestions(JdbcClient jdbc, @Lazy WithdrawTask withdrawTask) {
        this.jdbc = jdbc;
        this.withdrawTask = withdrawTask;
    }

    @EventListener
    void completed(TaskCompleted event) {
        end(event, event.taskId());
    }

    @EventListener
    void withdrawn(TaskWithdrawn event) {
        end(event, event.taskId());
    }

    private void end(BusinessEvent event, UUID task) {
        List<UUID> ended = jdbc.sql("""
                        update task.question set ended_at = :now
                         where company_id = :company and task_id = :task and answered_at is null and ended_at is null
                        returning id""")
                .param("now", event.at().atOffset(ZoneOffset.UTC))
                .param("company", event.company().value())
                .param("task", task)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
        ended.forEach(question -> withdrawTask.withdraw(TaskDraft.DIRECT + question));
    }
}
