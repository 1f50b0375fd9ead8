package io.simbaerp.task.delegation;

import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.task.ClaimTask;
import io.simbaerp.task.TaskView;
import io.simbaerp.task.undo.HeldDecision;
import io.simbaerp.task.undo.HeldDecisions;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Hands a task to a colleague who may decide it themself. It is theirs from then on; they may give it back to all. */
@UseCase(Duty.WORK_ON_TASK)
public class DelegateTask {

    private final ClaimTask claimTask;
    private final HeldDecisions held;
    private final MayTakeOver mayTakeOver;
    private final CurrentActor currentActor;
    private final HandOver handOver;

    DelegateTask(
            ClaimTask claimTask,
            HeldDecisions held,
            MayTakeOver mayTakeOver,
            CurrentActor currentActor,
            HandOver handOver) {
        this.claimTask = claimTask;
        this.held = held;
        this.mayTakeOver = mayTakeOver;
        this.currentActor = currentActor;
        this.handOver = handOver;
    }

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
        String said = HandOver.said(note);
        if (held.of(taskId).filter(HeldDecision::waits).isPresent()) {
            throw new Conflict("delegation.decided");
        }
        mayTakeOver.require(taskId, to);
        return handOver.to(task, currentActor.get().onBehalfOf(), to, said);
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
}
