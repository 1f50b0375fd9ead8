package io.simbaerp.task.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.page.list.BulkAction;
import io.simbaerp.task.ClaimTask;
import io.simbaerp.task.TaskState;
import io.simbaerp.task.TaskView;
import io.simbaerp.task.Tasks;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes several tasks at once. */
@Component
class ClaimTasks implements BulkAction {

    private final Tasks tasks;
    private final ClaimTask claimTask;
    private final TaskTexts texts;

    ClaimTasks(Tasks tasks, ClaimTask claimTask, TaskTexts texts) {
        this.tasks = tasks;
        this.claimTask = claimTask;
        this.texts = texts;
    }

    @Override
    public String key() {
        return "claim";
    }

    @Override
    public Duty duty() {
        return Duty.WORK_ON_TASK;
    }

    @Override
    public List<Item> preview(List<UUID> ids) {
        return tasks.byIds(ids).stream()
                .map(task -> new Item(task.id(), texts.title(task), obstacle(task)))
                .toList();
    }

    @Override
    public void run(UUID id, @Nullable String seen, @Nullable String reason) {
        claimTask.claim(id);
    }

    private static @Nullable String obstacle(TaskView task) {
        if (task.state() != TaskState.OPEN) {
            return "task.closed";
        }
        if (task.lookedAt()) {
            return "task.only-looked-at";
        }
        return task.assignee() == null ? null : "task.taken";
    }
}
