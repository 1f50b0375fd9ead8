package io.simbaerp.task;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.UseCase;

/** Takes a task off the desk that nobody needs to decide any more. */
@UseCase(Duty.RUN_PROCESS)
public class WithdrawTask {

    private final Desk desk;
    private final DeskTasks tasks;

    WithdrawTask(Desk desk, DeskTasks tasks) {
        this.desk = desk;
        this.tasks = tasks;
    }

    /** Does nothing to a task that has ended already. */
    public void withdraw(String engineTaskId) {
        tasks.lockByEngineTaskId(engineTaskId).filter(DeskTask::isOpen).ifPresent(task -> {
            task.withdraw(desk.now());
            desk.project(task);
            desk.announce(new TaskWithdrawn(
                    desk.acting().company(),
                    desk.acting().actor(),
                    desk.now(),
                    task.id(),
                    task.key(),
                    task.concerns()));
        });
    }
}
