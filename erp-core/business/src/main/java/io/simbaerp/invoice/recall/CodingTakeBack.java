package io.simbaerp.invoice.recall;

import io.simbaerp.approval.VoidApprovals;
import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.task.TaskView;
import io.simbaerp.task.undo.FollowingTasks;
import io.simbaerp.task.undo.LaterTakeBack;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Whoever sent an invoice to approval withdraws it: the approver's task goes, the coding comes back. */
@Component
class CodingTakeBack implements LaterTakeBack {

    private static final String CODING = "invoice/coding";
    private static final String APPROVAL = "invoice/approval";

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
        return followingTasks
                .after(task)
                .filter(next -> next.form().equals(APPROVAL))
                .isPresent();
    }

    @Override
    public void takeBack(TaskView task) {
        FollowingTasks.Following next = followingTasks
                .lockAfter(task)
                .filter(waiting -> waiting.form().equals(APPROVAL))
                .orElseThrow(() -> new Conflict("task.undo-too-late"));
        voidApprovals.voidApprovals(task.subject());
        followingTasks.leave(next, BACK_TO_CODING);
        events.publishEvent(new PurchaseInvoiceCalledBack(
                currentActor.company(),
                currentActor.actor(),
                clock.instant(),
                task.subject().id(),
                task.documentId()));
    }
}
