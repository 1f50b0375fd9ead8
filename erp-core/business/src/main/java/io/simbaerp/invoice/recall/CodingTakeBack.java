package io.simbaerp.invoice.recall;

import io.simbaerp.approval.VoidApprovals;
import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.task.TaskView;
import io.simbaerp.task.undo.FollowingTasks;
import io.simbaerp.task.undo.LaterTakeBack;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Whoever sent an invoice to approval withdraws it: the approvers' tasks go, however many, and the coding comes back. */
@Component
class CodingTakeBack implements LaterTakeBack {

    private static final String CODING = "invoice/coding";

    /** Approvers, and whoever is to name an owner of a cost centre first. */
    private static final Set<String> FOLLOWING = Set.of("invoice/approval", "invoice/owner");

    /** As if the approver had returned it. */
    private static final String BACK_TO_CODING = "return";

    private final FollowingTasks followingTasks;
    private final VoidApprovals voidApprovals;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CodingTakeBack(
            FollowingTasks followingTasks,
            @Lazy VoidApprovals voidApprovals,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.followingTasks = followingTasks;
        this.voidApprovals = voidApprovals;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public boolean concerns(TaskView task) {
        TaskView.Decided decision = task.decision();
        return task.form().equals(CODING)
                && decision != null
                && decision.outcome().equals("send");
    }

    @Override
    public boolean possible(TaskView task) {
        return askApprovers(followingTasks.allAfter(task));
    }

    @Override
    public void takeBack(TaskView task) {
        List<FollowingTasks.Following> next = followingTasks.lockAllAfter(task);
        if (!askApprovers(next)) {
            throw new Conflict("task.undo-too-late");
        }
        voidApprovals.voidApprovals(task.subject());
        followingTasks.leave(next, BACK_TO_CODING);
        events.publishEvent(new PurchaseInvoiceCalledBack(
                currentActor.company(),
                currentActor.actor(),
                clock.instant(),
                task.subject().id(),
                task.documentId()));
    }

    private static boolean askApprovers(List<FollowingTasks.Following> next) {
        return !next.isEmpty() && next.stream().allMatch(waiting -> FOLLOWING.contains(waiting.form()));
    }
}
