package io.simbaerp.task;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.UseCase;
import java.util.UUID;

/** Puts a task on the desk, in the transaction in which its process reached it. */
@UseCase(Duty.RUN_PROCESS)
public class OpenTask {

    private final Desk desk;
    private final TaskForms forms;

    OpenTask(Desk desk, TaskForms forms) {
        this.desk = desk;
        this.forms = forms;
    }

    /** @return the task's own id, by which people know it */
    public UUID open(TaskDraft draft) {
        DeskTask task = new DeskTask(desk.acting().company().value(), NewId.at(desk.clock()), draft, desk.now());
        TaskForm form = forms.of(draft.form());
        task.show(form.facts(task.openView()));
        task.reachTo(form.extent(task.openView()));
        desk.add(task);
        desk.announce(new TaskOpened(
                desk.acting().company(), desk.acting().actor(), desk.now(), task.id(), task.key(), task.concerns()));
        return task.id();
    }
}
