package io.simbaerp.approval.added;

import io.simbaerp.approval.round.Seat;
import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.task.ClaimTask;
import io.simbaerp.task.OpenTask;
import io.simbaerp.task.OpenTaskView;
import io.simbaerp.task.TaskDraft;
import io.simbaerp.task.TaskView;
import io.simbaerp.task.delegation.MayTakeOver;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asks somebody to approve besides, as a task of theirs. Until they agree, whoever asked them can't approve. */
@UseCase(Duty.WORK_ON_TASK)
public class AddApprover {

    static final int MOST_CHARACTERS = 500;

    /** The task of the shared round, which asks one seat at a time and names none. */
    private static final String ROUND = "approval/round";

    private final ClaimTask claimTask;
    private final OpenTask openTask;
    private final MayTakeOver mayTakeOver;
    private final AdditionRows rows;
    private final Telling telling;

    AddApprover(ClaimTask claimTask, OpenTask openTask, MayTakeOver mayTakeOver, AdditionRows rows, Telling telling) {
        this.claimTask = claimTask;
        this.openTask = openTask;
        this.mayTakeOver = mayTakeOver;
        this.rows = rows;
        this.telling = telling;
    }

    /**
     * Takes the task if it is free.
     *
     * @return the addition's id
     * @throws io.simbaerp.architecture.NotFound if the task isn't visible to the person
     * @throws io.simbaerp.architecture.Conflict task.taken, task.closed
     * @throws RuleViolation approval.not-asked, approval.added-person-missing, approval.added-oneself,
     *     approval.added-reason-missing, approval.added-too-long, approval.added-cannot, approval.added-decided,
     *     delegation.own-work
     */
    public UUID add(@About("task") UUID taskId, @Nullable UUID person, @Nullable String reason) {
        // First, so that a task of somebody else's is not there whatever is asked. Refused, it is not taken either.
        TaskView task = claimTask.claim(taskId);
        AdditionRows.Request request = rows.live(task.subject())
                .filter(live -> asks(live, task))
                .orElseThrow(() -> new RuleViolation("approval.not-asked"));
        String why = why(reason);
        UUID added = person(person);
        mayTakeOver.requireUnbarred(OpenTaskView.of(task), added, "approval.added-cannot");
        if (rows.hasDecided(request.id(), added)) {
            throw RuleViolation.ofField("person", "approval.added-decided");
        }
        UUID id = NewId.at(telling.clock());
        UUID ownTask = openTask.open(draft(id, task, added));
        rows.add(
                id,
                request,
                new AdditionRows.Asked(task.id(), ownTask, added, why, request.hashFor(Seat.ofRule(task.rule()))));
        Acting acting = telling.currentActor().get();
        telling.tell(
                task.subject(),
                concerns -> new ApproverAdded(
                        acting.company(), acting.actor(), telling.clock().instant(), id, concerns));
        return id;
    }

    private static boolean asks(AdditionRows.Request live, TaskView task) {
        return Seat.ofRule(task.rule()).filter(seat -> live.asks(seat.key())).isPresent()
                || task.candidateDuties().stream().anyMatch(duty -> live.asks(duty.name()))
                || asksThemself(live, task);
    }

    /** A seat that is one person's: no duty stands on its task. */
    private static boolean asksThemself(AdditionRows.Request live, TaskView task) {
        UUID person = task.assignee();
        return task.form().equals(ROUND) && task.isDirected() && person != null && live.asks(person);
    }

    private UUID person(@Nullable UUID person) {
        if (person == null) {
            throw RuleViolation.ofField("person", "approval.added-person-missing");
        }
        if (telling.currentActor().get().people().contains(person)) {
            throw RuleViolation.ofField("person", "approval.added-oneself");
        }
        return person;
    }

    private static String why(@Nullable String reason) {
        String why = reason == null ? "" : reason.strip();
        if (why.isEmpty()) {
            throw RuleViolation.ofField("reason", "approval.added-reason-missing");
        }
        if (why.length() > MOST_CHARACTERS) {
            throw RuleViolation.ofField("reason", "approval.added-too-long", MOST_CHARACTERS);
        }
        return why;
    }

    private static TaskDraft draft(UUID id, TaskView task, UUID person) {
        return new TaskDraft(
                TaskDraft.DIRECT + id,
                AddedApproverForm.KEY,
                AddedApproverForm.FORM,
                task.documentId(),
                task.subject(),
                Set.of(),
                task.dueAt(),
                List.of(AddedApproverForm.APPROVE, AddedApproverForm.OBJECT),
                task.process(),
                null,
                person);
    }
}
