package io.simbaerp.task;

import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.UseCase;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** Decides a task: the decision is carried out, the task ends and its process goes on, all in one transaction. */
@UseCase(Duty.WORK_ON_TASK)
public class CompleteTask {

    private final Desk desk;
    private final TaskForms forms;
    private final ObjectProvider<TaskEngine> engine;

    CompleteTask(Desk desk, TaskForms forms, ObjectProvider<TaskEngine> engine) {
        this.desk = desk;
        this.forms = forms;
        this.engine = engine;
    }

    /**
     * Takes the task if it is free.
     *
     * @throws io.simbaerp.architecture.NotFound if the task isn't visible to the person
     * @throws Conflict task.taken, task.closed, task.content-changed
     * @throws io.simbaerp.architecture.RuleViolation task.outcome-not-offered and whatever the decision itself breaks
     */
    public TaskView complete(TaskCompletion completion) {
        UUID person = desk.person();
        DeskTask task = desk.locked(completion.taskId());
        task.requireOpen();
        task.requireOffered(completion.outcome());
        task.requireFreeFor(person);
        TaskForm form = forms.of(task.openView().form());
        OpenTaskView open = task.openView();
        requireSameContent(form.facts(open).contentHash(), completion.contentHash());
        form.decide(open, completion);
        String wayOn = form.wayOn(open, completion);
        task.complete(person, completion.outcome(), desk.now());
        desk.project(task);
        desk.announce(new TaskCompleted(
                desk.acting().company(),
                desk.acting().actor(),
                desk.now(),
                task.id(),
                task.key(),
                completion.outcome(),
                task.concerns()));
        if (!task.engineTaskId().startsWith(TaskDraft.DIRECT)) {
            engine.getObject().complete(task.engineTaskId(), wayOn);
        }
        return task.view(null);
    }

    private static void requireSameContent(@Nullable String present, @Nullable String seen) {
        if (seen != null && present != null && !seen.equals(present)) {
            throw new Conflict("task.content-changed");
        }
    }
}
