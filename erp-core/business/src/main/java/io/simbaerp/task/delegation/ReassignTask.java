package io.simbaerp.task.delegation;

import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.task.TaskView;
import io.simbaerp.task.Tasks;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Gives a task that a colleague holds to somebody who may decide it by their own right: a superior to whom they choose, a
 * substitute for tasks to themself alone.
 */
@UseCase(Duty.WORK_ON_TASK)
public class ReassignTask {

    private final Tasks tasks;
    private final Reassignments reassignments;
    private final MayTakeOver mayTakeOver;
    private final CurrentActor currentActor;
    private final JdbcClient jdbc;
    private final HandOver handOver;

    ReassignTask(
            Tasks tasks,
            Reassignments reassignments,
            MayTakeOver mayTakeOver,
            CurrentActor currentActor,
            JdbcClient jdbc,
            HandOver handOver) {
        this.tasks = tasks;
        this.reassignments = reassignments;
        this.mayTakeOver = mayTakeOver;
        this.currentActor = currentActor;
        this.jdbc = jdbc;
        this.handOver = handOver;
    }

    /**
     * @param note what the colleague should know; may be missing
     * @return the delegation's id
     * @throws io.simbaerp.architecture.NotFound if the task isn't visible to the person
     * @throws Conflict task.closed, reassignment.decided
     * @throws RuleViolation delegation.person-missing, delegation.too-long, delegation.may-not-decide,
     *     delegation.own-work, reassignment.directed, reassignment.free, reassignment.not-yours, reassignment.has-it
     */
    public UUID reassign(@About("task") UUID taskId, @Nullable UUID person, @Nullable String note) {
        TaskView task = tasks.shown(taskId);
        UUID holder = holder(taskId);
        Reassignments.Relation relation = reassignments.relation(taskId);
        if (!relation.superior()
                && !(relation.substitute()
                        && currentActor
                                .get()
                                .self()
                                .filter(own -> own.equals(person))
                                .isPresent())) {
            throw new RuleViolation("reassignment.not-yours");
        }
        if (task.isDirected()) {
            throw new RuleViolation("reassignment.directed");
        }
        if (person == null) {
            throw RuleViolation.ofField("person", "delegation.person-missing");
        }
        if (person.equals(holder)) {
            throw RuleViolation.ofField("person", "reassignment.has-it");
        }
        String said = HandOver.said(note);
        mayTakeOver.require(taskId, person);
        return handOver.to(task, holder, person, said);
    }

    /** Who holds it, with the task locked, so that it is neither decided nor given back meanwhile. */
    private UUID holder(UUID task) {
        record Held(String state, @Nullable UUID holder, boolean decided) {}
        Held held = jdbc.sql("""
                        select t.state, t.assignee, exists (
                               select from task.held_decision h where h.company_id = t.company_id and h.task_id = t.id
                                  and h.refused_rule is null) as decided
                          from task.task t where t.company_id = :company and t.id = :task for update of t""")
                .param("company", currentActor.company().value())
                .param("task", task)
                .query((row, number) -> new Held(
                        row.getString("state"), row.getObject("assignee", UUID.class), row.getBoolean("decided")))
                .single();
        if (!held.state().equals("OPEN")) {
            throw new Conflict("task.closed");
        }
        if (held.decided()) {
            throw new Conflict("reassignment.decided");
        }
        UUID holder = held.holder();
        if (holder == null) {
            throw new RuleViolation("reassignment.free");
        }
        return holder;
    }
}
