package io.simbaerp.task.delegation;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.task.ClaimTask;
import io.simbaerp.task.TaskView;
import io.simbaerp.task.undo.HeldDecision;
import io.simbaerp.task.undo.HeldDecisions;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Hands a task to a colleague who may decide it themself. It is theirs from then on; they may give it back to all. */
@UseCase(Duty.WORK_ON_TASK)
public class DelegateTask {

    static final int MOST_CHARACTERS = 500;

    private final ClaimTask claimTask;
    private final HeldDecisions held;
    private final MayTakeOver mayTakeOver;
    private final CurrentActor currentActor;
    private final JdbcClient jdbc;
    private final Telling telling;

    DelegateTask(
            ClaimTask claimTask,
            HeldDecisions held,
            MayTakeOver mayTakeOver,
            CurrentActor currentActor,
            JdbcClient jdbc,
            Telling telling) {
        this.claimTask = claimTask;
        this.held = held;
        this.mayTakeOver = mayTakeOver;
        this.currentActor = currentActor;
        this.jdbc = jdbc;
        this.telling = telling;
    }

    /** When something is handed on, and to whom it is told. */
    @Component
    record Telling(Clock clock, ApplicationEventPublisher events) {}

    /**
     * Takes the task if it is free.
     *
     * @param note what the colleague should know; may be missing
     * @return the delegation's id
     * @throws io.simbaerp.architecture.NotFound if the task isn't visible to the person
     * @throws Conflict task.taken, task.closed, delegation.decided
     * @throws RuleViolation delegation.directed, delegation.person-missing, delegation.oneself, delegation.too-long,
     *     delegation.may-not-decide, delegation.own-work
     */
    public UUID delegate(@About("task") UUID taskId, @Nullable UUID person, @Nullable String note) {
        // First, so that a task of somebody else's is not there whatever is asked. Refused, it is not taken either.
        TaskView task = claimTask.claim(taskId);
        if (task.isDirected()) {
            throw new RuleViolation("delegation.directed");
        }
        UUID to = to(person);
        String said = said(note);
        if (held.of(taskId).filter(HeldDecision::waits).isPresent()) {
            throw new Conflict("delegation.decided");
        }
        mayTakeOver.require(taskId, to);
        handOver(taskId, to);
        UUID id = NewId.at(telling.clock());
        store(id, taskId, to, said);
        Acting acting = currentActor.get();
        telling.events()
                .publishEvent(new TaskDelegated(
                        acting.company(), acting.actor(), telling.clock().instant(), id, to, task.documentId()));
        return id;
    }

    private UUID to(@Nullable UUID person) {
        if (person == null) {
            throw RuleViolation.ofField("person", "delegation.person-missing");
        }
        if (currentActor.get().people().contains(person)) {
            throw RuleViolation.ofField("person", "delegation.oneself");
        }
        return person;
    }

    private static @Nullable String said(@Nullable String note) {
        String said = note == null ? "" : note.strip();
        if (said.length() > MOST_CHARACTERS) {
            throw RuleViolation.ofField("note", "delegation.too-long", MOST_CHARACTERS);
        }
        return said.isEmpty() ? null : said;
    }

    private void handOver(UUID taskId, UUID to) {
        jdbc.sql("""
                        update task.task set assignee = :to, version = version + 1
                         where company_id = :company and id = :task and state = 'OPEN'""")
                .param("to", to)
                .param("company", currentActor.company().value())
                .param("task", taskId)
                .update();
    }

    private void store(UUID id, UUID taskId, UUID to, @Nullable String note) {
        Acting acting = currentActor.get();
        jdbc.sql("""
                        insert into task.delegation (company_id, id, task_id, delegated_by, delegated_for, delegated_to,
                                                     delegated_at, note)
                        values (:company, :id, :task, :by, :for, :to, :at, :note)""")
                .param("company", acting.company().value())
                .param("id", id)
                .param("task", taskId)
                .param("by", acting.actor().userId().orElseThrow())
                .param("for", acting.onBehalfOf(), Types.OTHER)
                .param("to", to)
                .param("at", telling.clock().instant().atOffset(ZoneOffset.UTC))
                .param("note", note)
                .update();
    }
}
