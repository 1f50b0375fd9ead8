package io.simbaerp.payment.web;

import io.simbaerp.approval.ApprovalDecisionDraft;
import io.simbaerp.approval.DecideApproval;
import io.simbaerp.approval.Decision;
import io.simbaerp.approval.history.PriorAct;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Extent;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.payment.PaymentRunId;
import io.simbaerp.payment.PaymentRunView;
import io.simbaerp.payment.PaymentRuns;
import io.simbaerp.payment.content.RunApprovers;
import io.simbaerp.payment.content.RunContent;
import io.simbaerp.task.OpenTaskView;
import io.simbaerp.task.TaskCompletion;
import io.simbaerp.task.TaskFacts;
import io.simbaerp.task.TaskForm;
import io.simbaerp.task.TaskPage;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The task of whoever approves a payment run. */
@Component
class PaymentTaskForm implements TaskForm {

    private static final String APPROVAL = "payment/approval";

    private final PaymentRuns runs;
    private final RunPages pages;
    private final RunApprovers approvers;
    private final DecideApproval decideApproval;

    PaymentTaskForm(PaymentRuns runs, RunPages pages, RunApprovers approvers, DecideApproval decideApproval) {
        this.runs = runs;
        this.pages = pages;
        this.approvers = approvers;
        this.decideApproval = decideApproval;
    }

    @Override
    public Set<String> forms() {
        return Set.of(APPROVAL);
    }

    /** Whoever names no content decides on the present one. */
    @Override
    public void decide(OpenTaskView task, TaskCompletion completion) {
        PaymentRunView run = run(task);
        Decision decision = decision(completion.outcome());
        if (decision == Decision.APPROVE && run.orders().isEmpty()) {
            throw new RuleViolation("payment-run.nothing-to-pay", run.number());
        }
        decideApproval.decide(new ApprovalDecisionDraft(
                task.subject(),
                Duty.APPROVE_PAYMENT,
                decision,
                Objects.requireNonNullElseGet(completion.contentHash(), () -> RunContent.hash(run)),
                completion.comment(),
                approvers.priorActs(run),
                approvers.extent(run)));
    }

    @Override
    public TaskFacts facts(OpenTaskView task) {
        PaymentRunView run = run(task);
        return new TaskFacts(
                List.of(run.number()),
                run.account().name(),
                run.number(),
                run.total(),
                RunContent.hash(run),
                run.orders().stream()
                        .map(order -> new TaskFacts.ShownField(
                                "payment.order",
                                String.join(
                                        ", ",
                                        order.payeeName(),
                                        order.iban(),
                                        order.amount().toString(),
                                        order.shownTitle())))
                        .toList());
    }

    @Override
    public List<UUID> askers(OpenTaskView task) {
        return approvers.priorActs(run(task)).stream()
                .filter(act -> act.kind() == PriorAct.Kind.PROPOSED_RUN || act.kind() == PriorAct.Kind.SENT_RUN)
                .map(PriorAct::person)
                .toList();
    }

    @Override
    public Extent extent(OpenTaskView task) {
        return approvers.extent(run(task));
    }

    @Override
    public TaskPage page(OpenTaskView task) {
        PaymentRunView run = run(task);
        RunPage page = pages.page(run, task.id());
        return new TaskPage(
                new TaskPage.Part("payment/task-approval", "form", page),
                new TaskPage.Part("payment/run-parts", "paper", page),
                null,
                approvers.refusal(run).orElse(null));
    }

    private PaymentRunView run(OpenTaskView task) {
        PaymentRunId id = new PaymentRunId(task.subject().id());
        return runs.byId(id).orElseThrow(() -> new NotFound("payment-run", id));
    }

    private static Decision decision(String outcome) {
        return switch (outcome) {
            case "approve" -> Decision.APPROVE;
            case "return" -> Decision.RETURN;
            case "reject" -> Decision.REJECT;
            default -> throw new RuleViolation("payment-run.outcome-unknown", outcome);
        };
    }
}
