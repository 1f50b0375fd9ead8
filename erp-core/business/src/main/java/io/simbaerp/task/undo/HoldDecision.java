package io.simbaerp.task.undo;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.task.ClaimTask;
import io.simbaerp.task.TaskCompletion;
import io.simbaerp.task.TaskView;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps a decision for a few seconds in which it can be taken back. Deciding anew meanwhile replaces it. */
@UseCase(Duty.WORK_ON_TASK)
public class HoldDecision {

    private final ClaimTask claimTask;
    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    HoldDecision(
            ClaimTask claimTask,
            JdbcClient jdbc,
            CurrentActor currentActor,
            Clock clock,
            ApplicationEventPublisher events) {
        this.claimTask = claimTask;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Takes the task if it is free.
     *
     * @param grace how long it can be taken back
     * @throws io.simbaerp.architecture.NotFound if the task isn't visible to the person
     * @throws io.simbaerp.architecture.Conflict task.taken, task.closed
     */
    public TaskView hold(TaskCompletion completion, Duration grace) {
        TaskView task = claimTask.claim(completion.taskId());
        Acting acting = currentActor.get();
        Instant now = clock.instant();
        keep(completion, acting, now, now.plus(grace));
        events.publishEvent(new TaskDecisionHeld(
                acting.company(), acting.actor(), now, task.id(), now.plus(grace), task.subject()));
        return task;
    }

    private void keep(TaskCompletion completion, Acting acting, Instant now, Instant later) {
        jdbc.sql("""
                        insert into task.held_decision
                               (company_id, task_id, person, substitute, outcome, comment, coding, content_hash, held_at, send_on_at)
                        values (:company, :task, :person, :substitute, :outcome, :comment, cast(:coding as json), :hash, :now, :later)
                        on conflict (company_id, task_id)
                        do update set person = excluded.person, substitute = excluded.substitute, outcome = excluded.outcome,
                                      comment = excluded.comment, coding = excluded.coding,
                                      content_hash = excluded.content_hash, held_at = excluded.held_at,
                                      send_on_at = excluded.send_on_at, refused_rule = null, refused_args = '{}'""")
                .param("company", acting.company().value())
                .param("task", completion.taskId())
                .param("person", acting.principal().orElseThrow())
                .param(
                        "substitute",
                        acting.onBehalfOf() == null
                                ? null
                                : acting.actor().userId().orElseThrow(),
                        Types.OTHER)
                .param("outcome", completion.outcome())
                .param("comment", completion.comment())
                .param(
                        "coding",
                        completion.coding() == null ? null : completion.coding().toString())
                .param("hash", completion.contentHash())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("later", later.atOffset(ZoneOffset.UTC))
                .update();
    }
}
