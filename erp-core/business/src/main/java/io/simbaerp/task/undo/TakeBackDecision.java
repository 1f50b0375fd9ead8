package io.simbaerp.task.undo;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.task.TaskState;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes a decision back: while it is held the task waits for its person again, as if nothing had been decided; once it was
 * sent on, as long as nobody has begun with what follows from it.
 */
@UseCase(Duty.WORK_ON_TASK)
public class TakeBackDecision {

    private final HeldDecisions held;
    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final SentOnDecisions sentOn;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    TakeBackDecision(
            HeldDecisions held,
            SentOnDecisions sentOn,
            JdbcClient jdbc,
            CurrentActor currentActor,
            Clock clock,
            ApplicationEventPublisher events) {
        this.held = held;
        this.sentOn = sentOn;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /**
     * @throws NotFound if the person holds no decision about such a task
     * @throws Conflict task.undo-too-late, approval.take-back-begun once something followed, task.undo-nothing if nothing is
     *     held
     */
    public void takeBack(@About("task") UUID taskId) {
        Acting acting = currentActor.get();
        UUID person = acting.principal().orElseThrow(() -> new NotFound("task", taskId));
        SendOnDecision.lockTask(jdbc, acting.company(), taskId);
        if (held.of(taskId).filter(HeldDecision::waits).isEmpty()) {
            requireDone(acting, taskId, person);
            sentOn.takeBack(taskId);
            events.publishEvent(new TaskDecisionTakenBack(acting.company(), acting.actor(), clock.instant(), taskId));
            return;
        }
        jdbc.sql("delete from task.held_decision where company_id = ? and task_id = ?")
                .params(acting.company().value(), taskId)
                .update();
        events.publishEvent(new TaskDecisionTakenBack(acting.company(), acting.actor(), clock.instant(), taskId));
    }

    private void requireDone(Acting acting, UUID taskId, UUID person) {
        TaskState state = jdbc.sql("select state from task.task where company_id = ? and id = ? and assignee = ?")
                .params(acting.company().value(), taskId, person)
                .query((row, number) -> TaskState.valueOf(row.getString(1)))
                .optional()
                .orElseThrow(() -> new NotFound("task", taskId));
        if (state == TaskState.OPEN) {
            throw new Conflict("task.undo-nothing");
        }
    }
}
