package io.simbaerp.payment.bulk.web;

import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.page.list.BulkAction;
import io.simbaerp.payment.PaymentRunId;
import io.simbaerp.payment.PaymentRunState;
import io.simbaerp.payment.PaymentRunView;
import io.simbaerp.payment.PaymentRuns;
import io.simbaerp.payment.content.RunApprovers;
import io.simbaerp.payment.content.RunContent;
import io.simbaerp.task.TaskCompletion;
import io.simbaerp.task.TaskView;
import io.simbaerp.task.Tasks;
import io.simbaerp.task.undo.Deciding;
import io.simbaerp.task.undo.TakeBackDecision;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Approves several runs through their tasks, each with exactly the orders that were shown. */
@Component
@Order(1)
class ApproveRuns implements BulkAction {

    private static final String APPROVE = "approve";

    private final PaymentRuns runs;
    private final RunItems items;
    private final RunApprovers approvers;
    private final Tasks tasks;
    private final CurrentActor currentActor;
    private final Decisions decisions;

    ApproveRuns(
            PaymentRuns runs,
            RunItems items,
            RunApprovers approvers,
            Tasks tasks,
            CurrentActor currentActor,
            Decisions decisions) {
        this.runs = runs;
        this.items = items;
        this.approvers = approvers;
        this.tasks = tasks;
        this.currentActor = currentActor;
        this.decisions = decisions;
    }

    /** How a decision is made, and taken back. */
    @Component
    record Decisions(Deciding deciding, TakeBackDecision takeBack) {}

    @Override
    public String key() {
        return "approve";
    }

    @Override
    public String list() {
        return PaymentRuns.LIST;
    }

    @Override
    public Duty duty() {
        return Duty.APPROVE_PAYMENT;
    }

    @Override
    public List<Item> preview(List<UUID> ids) {
        return items.rows(ids).stream().map(this::item).toList();
    }

    @Override
    public void run(UUID id, @Nullable String seen, @Nullable String reason) {
        UUID task = task(id).map(TaskView::id).orElseThrow(() -> new RuleViolation("payment-run.no-task"));
        decisions.deciding().decide(new TaskCompletion(task, APPROVE, reason, null, seen));
    }

    @Override
    public boolean canBeTakenBack() {
        return true;
    }

    @Override
    public void takeBack(UUID id) {
        UUID task = task(id).map(TaskView::id).orElseThrow(() -> new Conflict("task.undo-too-late"));
        decisions.takeBack().takeBack(task);
    }

    private Item item(PaymentRuns.Row row) {
        Optional<PaymentRunView> found = runs.byId(row.id());
        if (found.isEmpty() || row.state() != PaymentRunState.IN_APPROVAL) {
            return items.wrongState(row);
        }
        PaymentRunView run = found.get();
        if (run.orders().isEmpty()) {
            return items.refused(row, "payment-run.nothing-to-pay", row.number());
        }
        Optional<RuleViolation> own = approvers.refusal(run);
        if (own.isPresent()) {
            return items.refused(row, own.get().rule(), own.get().args().toArray());
        }
        Optional<TaskView> task = task(row.id().value());
        if (task.isEmpty()) {
            return items.refused(row, "payment-run.no-task");
        }
        UUID assignee = task.get().assignee();
        boolean others = assignee != null
                && currentActor.get().principal().filter(assignee::equals).isEmpty();
        return others ? items.refused(row, "task.taken") : items.possible(row, RunContent.hash(run));
    }

    private Optional<TaskView> task(UUID run) {
        return tasks.openAbout(RunContent.subject(new PaymentRunId(run))).stream()
                .filter(task -> task.outcomes().contains(APPROVE))
                .findFirst();
    }
}
