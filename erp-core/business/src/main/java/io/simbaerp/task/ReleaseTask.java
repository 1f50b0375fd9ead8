package io.simbaerp.task;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import java.util.UUID;

/** Gives a taken task back to everybody who may do it. */
@UseCase(Duty.WORK_ON_TASK)
public class ReleaseTask {

    private final Desk desk;

    ReleaseTask(Desk desk) {
        this.desk = desk;
    }

    /**
     * @throws io.simbaerp.architecture.NotFound if the task isn't visible to the person
     * @throws io.simbaerp.architecture.Conflict task.closed
     * @throws io.simbaerp.architecture.RuleViolation task.not-yours, task.yours-alone
     */
    public void release(@About("task") UUID taskId) {
        DeskTask task = desk.locked(taskId);
        if (task.candidates().isEmpty()) {
            throw new RuleViolation("task.yours-alone");
        }
        task.release(desk.person());
        desk.project(task);
        desk.announce(new TaskReleased(
                desk.acting().company(), desk.acting().actor(), desk.now(), task.id(), task.key(), task.concerns()));
    }
}
