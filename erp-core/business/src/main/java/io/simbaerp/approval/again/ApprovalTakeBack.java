package io.simbaerp.approval.again;

import io.simbaerp.approval.ApprovalDecisionView;
import io.simbaerp.approval.Approvals;
import io.simbaerp.approval.Decision;
import io.simbaerp.approval.round.Seat;
import io.simbaerp.approval.round.Standing;
import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.task.TaskView;
import io.simbaerp.task.reading.SubjectDocuments;
import io.simbaerp.task.undo.FollowingTasks;
import io.simbaerp.task.undo.LaterTakeBack;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An approval is taken back as long as the next approver has not begun: their task goes, one's own comes back. */
@Component
class ApprovalTakeBack implements LaterTakeBack {

    /** No word of any model: its default way leads to whoever is to approve next. */
    private static final String TAKEN_BACK = "taken-back";

    private final Approvals approvals;
    private final RequestRows rows;
    private final FollowingTasks followingTasks;
    private final SubjectDocuments documents;
    private final CurrentActor currentActor;
    private final Telling telling;

    ApprovalTakeBack(
            Approvals approvals,
            RequestRows rows,
            FollowingTasks followingTasks,
            SubjectDocuments documents,
            CurrentActor currentActor,
            Telling telling) {
        this.approvals = approvals;
        this.rows = rows;
        this.followingTasks = followingTasks;
        this.documents = documents;
        this.currentActor = currentActor;
        this.telling = telling;
    }

    @Override
    public boolean concerns(TaskView task) {
        return task.decision() != null
                && task.decision().outcome().equals("approve")
                && task.candidateDuties().size() == 1;
    }

    @Override
    public boolean possible(TaskView task) {
        return inTurn(task)
                && isLast(task)
                && followingTasks
                        .after(task)
                        .filter(next -> next.untouched() && next.form().equals(task.form()))
                        .isPresent();
    }

    @Override
    public void takeBack(TaskView task) {
        FollowingTasks.Following next = followingTasks
                .lockAfter(task)
                .filter(waiting -> waiting.form().equals(task.form()))
                .orElseThrow(() -> new Conflict("task.undo-too-late"));
        if (!inTurn(task) || !isLast(task)) {
            throw new Conflict("task.undo-too-late");
        }
        if (!next.untouched()) {
            throw new Conflict("approval.take-back-begun");
        }
        rows.repeatFrom(task.subject(), seat(task).key());
        telling.events()
                .publishEvent(new ApprovalTakenBack(
                        currentActor.company(),
                        currentActor.actor(),
                        telling.clock().instant(),
                        task.subject(),
                        documents.documentsOf(task.subject())));
        followingTasks.leave(next, TAKEN_BACK);
    }

    /** Where several are asked side by side nobody takes a vote back that others voted beside. */
    private boolean inTurn(TaskView task) {
        return approvals.standing(task.subject()).filter(Standing::inTurn).isPresent();
    }

    /** Whether the last decision that counts is one's own about this task. */
    private boolean isLast(TaskView task) {
        Acting acting = currentActor.get();
        List<ApprovalDecisionView> live = approvals.of(task.subject()).stream()
                .filter(ApprovalDecisionView::live)
                .toList();
        Optional<UUID> person = acting.principal();
        return !live.isEmpty()
                && live.get(live.size() - 1).decision() == Decision.APPROVE
                && live.get(live.size() - 1).seat().equals(seat(task))
                && person.filter(one -> one.equals(principal(live.get(live.size() - 1))))
                        .isPresent();
    }

    /** Somebody who stands in for an owner of lines has a seat behind those that the duty alone names. */
    private static Seat seat(TaskView task) {
        return Seat.ofRule(task.rule())
                .orElseGet(() -> Seat.of(task.candidateDuties().get(0)));
    }

    private static @Nullable UUID principal(ApprovalDecisionView decision) {
        UUID forWhom = decision.onBehalfOf();
        return forWhom == null ? decision.decidedBy() : forWhom;
    }
}
