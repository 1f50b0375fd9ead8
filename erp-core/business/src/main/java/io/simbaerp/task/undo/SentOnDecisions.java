package io.simbaerp.task.undo;

import io.simbaerp.architecture.Conflict;
import io.simbaerp.task.TaskState;
import io.simbaerp.task.TaskView;
import io.simbaerp.task.Tasks;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Decisions that were sent on: whether the one who made them can still take them back, and how. */
@Component
public class SentOnDecisions {

    private final Tasks tasks;
    private final ObjectProvider<LaterTakeBack> ways;

    SentOnDecisions(@Lazy Tasks tasks, ObjectProvider<LaterTakeBack> ways) {
        this.tasks = tasks;
        this.ways = ways;
    }

    /** Whether the reader could take their own decision back now. */
    public boolean canBeTakenBack(TaskView task) {
        return task.state() == TaskState.DONE
                && way(task).filter(way -> way.possible(task)).isPresent();
    }

    /** @throws Conflict task.undo-too-late, approval.take-back-begun */
    void takeBack(UUID taskId) {
        TaskView task = tasks.byId(taskId);
        way(task).orElseThrow(() -> new Conflict("task.undo-too-late")).takeBack(task);
    }

    private Optional<LaterTakeBack> way(TaskView task) {
        return ways.stream().filter(way -> way.concerns(task)).findFirst();
    }
}
