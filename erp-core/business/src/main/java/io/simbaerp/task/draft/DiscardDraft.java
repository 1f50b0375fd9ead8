package io.simbaerp.task.draft;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.UseCase;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Throws away what somebody has entered: the form starts from the proposal again. */
@UseCase(Duty.WORK_ON_TASK)
public class DiscardDraft {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final KnownTasks knownTasks;

    DiscardDraft(JdbcClient jdbc, CurrentActor currentActor, KnownTasks knownTasks) {
        this.knownTasks = knownTasks;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** Only the person's own draft; nothing happens if there is none. */
    public void discard(@About("task") UUID taskId) {
        knownTasks.require(taskId);
        currentActor.actor().userId().ifPresent(person -> jdbc.sql(
                        "delete from task.draft where company_id = ? and task_id = ? and person = ?")
                .params(currentActor.company().value(), taskId, person)
                .update());
    }
}
