package io.simbaerp.task.timing;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.task.OpenTaskView;
import io.simbaerp.task.TaskCompleted;
import io.simbaerp.task.TaskCompletion;
import io.simbaerp.task.TaskDraft;
import io.simbaerp.task.TaskEngine;
import io.simbaerp.task.TaskForm;
import io.simbaerp.task.TaskForms;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Ends a step nobody decided in time, as its rule says: returned or rejected, in nobody's name. The refusal goes the same
 * way as a person's, so that processes and records go on as they always do after one.
 */
@UseCase(Duty.RUN_PROCESS)
public class LapseTask {

    private final LateTasks lateTasks;
    private final ToldPeople people;
    private final ActBook book;
    private final LapseReason reason;
    private final Going going;
    private final JdbcClient jdbc;

    LapseTask(LateTasks lateTasks, ToldPeople people, ActBook book, LapseReason reason, Going going, JdbcClient jdbc) {
        this.lateTasks = lateTasks;
        this.people = people;
        this.book = book;
        this.reason = reason;
        this.going = going;
        this.jdbc = jdbc;
    }

    /** Where a refusal goes from here. */
    @Component
    record Going(
            TaskForms forms,
            ObjectProvider<TaskEngine> engine,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {}

    /**
     * Does nothing to a task that was decided meanwhile, or that another node is ending.
     *
     * @throws io.simbaerp.architecture.RuleViolation what the refusal itself breaks; the task then stays open
     */
    public void lapse(TimeRule rule, @About("task") UUID taskId, Instant until) {
        lateTasks.one(rule, 0, taskId, until).ifPresent(late -> {
            String outcome = Objects.requireNonNull(rule.outcome());
            List<ToldPeople.Told> told = people.known().holders(late);
            book.act(rule, late, 0, false).ifPresent(act -> {
                OpenTaskView task = late.task();
                TaskForm form = going.forms().of(task.form());
                TaskCompletion refusal = new TaskCompletion(taskId, outcome, reason.of(rule), null, null);
                form.decide(task, refusal);
                String wayOn = form.wayOn(task, refusal);
                end(late, outcome);
                book.tell(act, late, told);
                announce(late, act, outcome);
                if (!late.engineTaskId().startsWith(TaskDraft.DIRECT)) {
                    going.engine().getObject().complete(late.engineTaskId(), wayOn);
                }
            });
        });
    }

    private void end(LateTask late, String outcome) {
        jdbc.sql("""
                        with ended as (
                            update task.task
                               set state = 'DONE', outcome = :outcome, lapsed = true, ended_at = :now, sort_at = :now,
                                   version = version + 1
                             where company_id = :company and id = :task and state = 'OPEN' returning company_id, id)
                        update task.task_candidate c set state = 'DONE', sort_at = :now
                          from ended where c.company_id = ended.company_id and c.task_id = ended.id""")
                .param("outcome", outcome)
                .param("now", going.clock().instant().atOffset(ZoneOffset.UTC))
                .param("company", going.currentActor().company().value())
                .param("task", late.id())
                .update();
    }

    private void announce(LateTask late, UUID act, String outcome) {
        CurrentActor actor = going.currentActor();
        Instant now = going.clock().instant();
        going.events()
                .publishEvent(new TaskCompleted(
                        actor.company(),
                        actor.actor(),
                        now,
                        late.id(),
                        late.task().key(),
                        outcome,
                        List.of(late.task().subject())));
        going.events().publishEvent(new TaskLapsed(actor.company(), actor.actor(), now, act, late.concerns()));
    }
}
