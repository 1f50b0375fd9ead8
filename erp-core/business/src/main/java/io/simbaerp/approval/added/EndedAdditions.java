package io.simbaerp.approval.added;

import io.simbaerp.task.TaskCompleted;
import io.simbaerp.task.TaskDraft;
import io.simbaerp.task.TaskWithdrawn;
import io.simbaerp.task.WithdrawTask;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Nobody is to approve besides what nobody waits for any more. An approval never ends an addition: it waits for it; so the
 * usual way costs nothing.
 */
@Component
class EndedAdditions {

    private final AdditionRows rows;
    private final WithdrawTask withdrawTask;

    EndedAdditions(AdditionRows rows, @Lazy WithdrawTask withdrawTask) {
        this.rows = rows;
        this.withdrawTask = withdrawTask;
    }

    @EventListener
    void completed(TaskCompleted event) {
        if (event.outcome().equals("return") || event.outcome().equals("reject")) {
            end(event.company().value(), event.taskId(), event.at());
        }
    }

    @EventListener
    void withdrawn(TaskWithdrawn event) {
        end(event.company().value(), event.taskId(), event.at());
    }

    private void end(UUID company, UUID task, Instant at) {
        rows.end(company, task, at).forEach(addition -> withdrawTask.withdraw(TaskDraft.DIRECT + addition));
    }
}
