package io.simbaerp.task;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.UseCase;
import java.util.UUID;

/** Takes a task, so that nobody else works on it meanwhile. */
@UseCase(Duty.WORK_ON_TASK)
public class ClaimTask {

    private final Desk desk;
    private final Tasks tasks;

    ClaimTask(Desk desk, Tasks tasks) {
        this.desk = desk;
        this.tasks = tasks;
    }

    /**
     * Taking what one has taken already changes nothing.
     *
     * @throws io.simbaerp.architecture.NotFound if the task isn't visible to the person
     * @throws io.simbaerp.architecture.Conflict task.taken, task.closed
     */
    public TaskView claim(@About("task") UUID taskId) {
        DeskTask task = desk.locked(taskId);
        if (task.claim(desk.person())) {
            desk.project(task);
            desk.announce(new TaskClaimed(
                    desk.acting().company(),
                    desk.acting().actor(),
                    desk.now(),
                    task.id(),
                    task.key(),
                    task.concerns()));
        }
        return tasks.byId(taskId);
    }
}
