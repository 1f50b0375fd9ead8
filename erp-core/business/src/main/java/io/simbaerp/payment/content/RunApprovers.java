package io.simbaerp.payment.content;

import io.simbaerp.approval.ApprovalDecisionView;
import io.simbaerp.approval.Approvals;
import io.simbaerp.approval.Decision;
import io.simbaerp.approval.history.OwnWork;
import io.simbaerp.approval.history.PriorAct;
import io.simbaerp.approval.history.PriorAct.Kind;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Extent;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.basecurrency.BaseAmounts;
import io.simbaerp.invoice.separation.WorkOnInvoices;
import io.simbaerp.payment.PaymentRunView;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whose own work a run is, so that they may not approve it: who proposed or sent it, who coded an invoice or a claim in
 * it, who created, changed or confirmed an account of somebody it pays, and whom of our own people it pays.
 */
@Component
public class RunApprovers {

    /** A run is approved once. */
    public static final List<Duty> LEVELS = List.of(Duty.APPROVE_PAYMENT);

    private final WorkOnInvoices work;
    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final BaseAmounts baseAmounts;
    private final OwnWork ownWork;
    private final Approvals approvals;

    RunApprovers(
            WorkOnInvoices work,
            JdbcClient jdbc,
            CurrentActor currentActor,
            BaseAmounts baseAmounts,
            OwnWork ownWork,
            Approvals approvals) {
        this.work = work;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.baseAmounts = baseAmounts;
        this.ownWork = ownWork;
        this.approvals = approvals;
    }

    /** What was done to the whole run before. */
    public List<PriorAct> priorActs(PaymentRunView run) {
        return priorActs(
                run,
                run.documents(),
                run.orders().stream().map(PaymentRunView.Order::payeeId).toList(),
                run.orders().stream()
                        .flatMap(order -> order.items().stream())
                        .map(PaymentRunView.Item::openItemId)
                        .toList());
    }

    /** Who approved exactly this run; nobody if it isn't approved, or if its approver had a hand in it after all. */
    public Optional<UUID> approver(PaymentRunView run) {
        if (!approvals.granted(RunContent.subject(run.id()), RunContent.hash(run))) {
            return Optional.empty();
        }
        List<PriorAct> acts = priorActs(run);
        return approvals.of(RunContent.subject(run.id())).stream()
                .filter(ApprovalDecisionView::live)
                .filter(decision -> decision.decision() == Decision.APPROVE)
                .map(ApprovalDecisionView::decidedBy)
                .filter(person -> acts.stream().noneMatch(act -> act.person().equals(person)))
                .findFirst();
    }

    /** Why whoever acts may not approve the run; nothing if nothing is known that speaks against it. */
    public Optional<RuleViolation> refusal(PaymentRunView run) {
        return ownWork.refusal(priorActs(run));
    }

    /** @throws RuleViolation approval.own-work-coded and the like, if whoever acts had a hand in the run */
    public void refuseOwnWork(PaymentRunView run) {
        ownWork.refuse(priorActs(run));
    }

    /** @throws RuleViolation approval.own-work-coded and the like, if this blocked item is work of whoever acts */
    public void refuseOwnWork(PaymentRunView run, PaymentRunView.Blocked blocked) {
        UUID document = blocked.item().documentId();
        ownWork.refuse(priorActs(
                run,
                document == null ? List.of() : List.of(document),
                List.of(blocked.payeeId()),
                List.of(blocked.item().openItemId())));
    }

    /** @throws RuleViolation the same, if this order is */
    public void refuseOwnWork(PaymentRunView run, PaymentRunView.Order order) {
        ownWork.refuse(priorActs(
                run,
                order.documents(),
                List.of(order.payeeId()),
                order.items().stream().map(PaymentRunView.Item::openItemId).toList()));
    }

    /** How far a run reaches: what goes out, in the company's currency. What can't be converted is beyond every limit. */
    public Extent extent(PaymentRunView run) {
        return Extent.of(baseAmounts.hundredths(run.total()), List.of(), "payment-run");
    }

    private List<PriorAct> priorActs(
            PaymentRunView run, Collection<UUID> documents, Collection<UUID> payees, Collection<UUID> items) {
        List<PriorAct> acts = new ArrayList<>(work.on(documents, payees));
        acts.addAll(work.onItems(items));
        PaymentRunView.Proposal proposal = run.proposal();
        Instant sentAt = sentAt(run);
        Stream.of(
                        PriorAct.of(proposal.proposedBy(), Kind.PROPOSED_RUN, proposal.proposedAt()),
                        PriorAct.of(proposal.proposedFor(), Kind.PROPOSED_RUN, proposal.proposedAt()),
                        PriorAct.of(proposal.sentBy(), Kind.SENT_RUN, sentAt),
                        PriorAct.of(proposal.sentFor(), Kind.SENT_RUN, sentAt))
                .flatMap(each -> each)
                .forEach(acts::add);
        return acts;
    }

    private @Nullable Instant sentAt(PaymentRunView run) {
        return jdbc.sql(
                        "select sent_at from payment.payment_run where company_id = ? and id = ? and sent_at is not null")
                .params(currentActor.company().value(), run.id().value())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }
}
