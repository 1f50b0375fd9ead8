package io.simbaerp.payment;

import io.simbaerp.approval.RequestApproval;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.payment.content.RunApprovers;
import io.simbaerp.payment.content.RunContent;
import io.simbaerp.payment.proposal.BlockReason;
import io.simbaerp.payment.proposal.PlannedOrder;
import io.simbaerp.payment.proposal.ProposalPlanner;
import io.simbaerp.payment.store.RunBook;
import io.simbaerp.payment.store.RunNews;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Lets one blocked item of a run through, as an order of its own, on an approver's word and for their reason. */
@UseCase(Duty.APPROVE_PAYMENT)
public class LetItemThrough {

    private final RunBook book;
    private final ProposalPlanner planner;
    private final RunApprovers approvers;
    private final RequestApproval requestApproval;
    private final CurrentActor currentActor;
    private final RunNews news;

    LetItemThrough(
            RunBook book,
            ProposalPlanner planner,
            RunApprovers approvers,
            RequestApproval requestApproval,
            CurrentActor currentActor,
            RunNews news) {
        this.book = book;
        this.planner = planner;
        this.approvers = approvers;
        this.requestApproval = requestApproval;
        this.currentActor = currentActor;
        this.news = news;
    }

    /**
     * Orders the item in spite of everything the run shows as its obstacles, and of nothing else. The run's content is another then, and approval is asked for it anew.
     *
     * @param version of the run as the approver saw it; nothing if they don't care
     * @throws NotFound of the item among what is blocked
     * @throws io.simbaerp.architecture.Conflict payment-run.changed-meanwhile
     * @throws RuleViolation payment-run.not-in-state, payment-run.reason-missing, approval.own-work-coded and
     *     the like, payment-run.never-let-through, payment-run.unseen-reasons, payment-run.item-changed
     */
    public void letThrough(PaymentRunId id, UUID openItemId, @Nullable String reason, @Nullable Integer version) {
        PaymentRunView run = book.locked(id, version);
        PaymentRunView.Blocked blocked = run.blocked().stream()
                .filter(each -> each.item().openItemId().equals(openItemId))
                .findFirst()
                .orElseThrow(() -> new NotFound("blocked-item", openItemId));
        run.require(PaymentRunState.IN_APPROVAL);
        if (reason == null || reason.isBlank()) {
            throw RuleViolation.ofField("reason", "payment-run.reason-missing");
        }
        if (!blocked.mayBeLetThrough()) {
            throw new RuleViolation(
                    "payment-run.never-let-through", blocked.item().number());
        }
        approvers.refuseOwnWork(run, blocked);
        PlannedOrder order = planner.alone(openItemId, run.account(), run.payOn(), blocked.reasons())
                .orElseThrow(() -> changed(run, blocked));
        UUID orderId = book.order(
                id,
                run.number(),
                order,
                new PaymentRunView.LetThrough(currentActor.actor().toString(), blocked.reasons(), reason.strip()));
        book.letThrough(id, openItemId, orderId);
        PaymentRunView changed = book.locked(id);
        requestApproval.request(RunContent.subject(id), RunApprovers.LEVELS, RunContent.hash(changed));
        news.tell(changed, PaymentRunChanged::new);
    }

    /** What is known to have come between the run and now: each reason that has words of its own, then any other. */
    private RuleViolation changed(PaymentRunView run, PaymentRunView.Blocked blocked) {
        String number = blocked.item().number();
        List<BlockReason> unseen =
                planner.unseen(blocked.item().openItemId(), run.account(), run.payOn(), blocked.reasons());
        if (unseen.isEmpty()) {
            return new RuleViolation("payment-run.item-changed", number);
        }
        return new RuleViolation(
                "payment-run.unseen-reasons",
                number,
                counted(unseen, reason -> reason == BlockReason.WHITE_LIST),
                counted(unseen, reason -> reason == BlockReason.SPLIT_PAYMENT),
                counted(unseen, reason -> reason == BlockReason.PAID_BEFORE),
                counted(unseen, reason -> !reason.mayBeLetThrough()));
    }

    private static int counted(List<BlockReason> unseen, Predicate<BlockReason> which) {
        return (int) unseen.stream().filter(which).count();
    }
}
