package io.simbaerp.invoice.separation;

import io.simbaerp.approval.ApprovalDecisionView;
import io.simbaerp.approval.Approvals;
import io.simbaerp.approval.DecidedContent;
import io.simbaerp.approval.Decision;
import io.simbaerp.approval.limit.Commitment;
import io.simbaerp.approval.limit.ReachedLimits;
import io.simbaerp.approval.lines.DecidedLines;
import io.simbaerp.approval.lines.LineDecisions;
import io.simbaerp.approval.lines.LineSet;
import io.simbaerp.approval.round.Round;
import io.simbaerp.approval.round.RoundCard;
import io.simbaerp.approval.round.Seat;
import io.simbaerp.approval.round.Standing;
import io.simbaerp.approval.why.WhyAsked;
import io.simbaerp.architecture.Subject;
import io.simbaerp.invoice.budget.BudgetLeft;
import io.simbaerp.invoice.budget.InvoiceBudgets;
import io.simbaerp.invoice.content.ContentDifference;
import io.simbaerp.invoice.content.InvoiceContent;
import io.simbaerp.invoice.content.InvoiceDetails;
import io.simbaerp.task.TaskFacts;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an approver is told beside the invoice itself: who decided before, and what has changed since. */
@Component
public class ApprovalBackground {

    private final Approvals approvals;
    private final ReachedLimits reached;
    private final InvoiceApproval invoiceApproval;
    private final LineDecisions lineDecisions;
    private final InvoiceBudgets budgets;

    ApprovalBackground(
            Approvals approvals,
            ReachedLimits reached,
            InvoiceApproval invoiceApproval,
            LineDecisions lineDecisions,
            InvoiceBudgets budgets) {
        this.budgets = budgets;
        this.lineDecisions = lineDecisions;
        this.approvals = approvals;
        this.reached = reached;
        this.invoiceApproval = invoiceApproval;
    }

    /**
     * What has changed in lines since somebody decided about them.
     *
     * @param changes field by field; empty if they came back as they were
     */
    public record ChangedLines(DecidedLines last, List<ContentDifference.Change> changes) {

        public ChangedLines {
            changes = List.copyOf(changes);
        }
    }

    /**
     * What has changed since somebody decided about it.
     *
     * @param last the decision that lost its force
     * @param changes field by field; empty if it came back as it was
     */
    public record Changed(ApprovalDecisionView last, List<ContentDifference.Change> changes) {

        public Changed {
            changes = List.copyOf(changes);
        }
    }

    /** What a seat decides about; only named seats and such as stand in for one have lines of their own. */
    public SeatMatter matter(InvoiceDetails details, Seat seat) {
        return (seat.person() == null && seat.place() == 1
                        ? Optional.<LineSet>empty()
                        : approvals.linesOf(subject(details), seat))
                .map(own -> new SeatMatter(details, details.ofLines(own.units()), true))
                .orElseGet(() -> SeatMatter.whole(details));
    }

    /** The lines of a seat, and whose they are; nothing where it decides about the whole. */
    public Optional<LineSet> linesOf(InvoiceDetails details, Seat seat) {
        return approvals.linesOf(subject(details), seat);
    }

    /** The budgets of the cost centres it goes to, and what is left of them. */
    public List<BudgetLeft> budgets(SeatMatter matter) {
        return budgets.of(matter.shown());
    }

    /** What was decided about lines of their owner before they changed. */
    public Optional<ChangedLines> changedLines(SeatMatter matter, LineSet own) {
        return lineDecisions
                .before(subject(matter.whole()), own)
                .map(before -> new ChangedLines(
                        before, ContentDifference.ofLines(before.content(), InvoiceContent.of(matter.shown()))));
    }

    /** Every decision ever made about it, oldest first. */
    public List<ApprovalDecisionView> decisions(InvoiceDetails details) {
        return approvals.of(subject(details));
    }

    /** The rows of the decision table that ask this seat; nothing where none was asked. */
    public Optional<WhyAsked> why(InvoiceDetails details, Seat seat) {
        return approvals.why(subject(details), seat);
    }

    /** The round that is asked now and how it stands; nothing where one alone is asked. */
    public Optional<RoundCard> round(InvoiceDetails details) {
        return approvals.standing(subject(details)).flatMap(Standing::card);
    }

    /** Nothing if nobody decided about it before. */
    public Optional<Changed> changed(InvoiceDetails details) {
        return approvals.decidedBefore(subject(details)).map(before -> changed(before, details));
    }

    /** Whether somebody's no has decided: in a round of several a single one need not. */
    public boolean isRefused(InvoiceDetails details) {
        return approvals.standing(subject(details)).filter(Standing::refused).isPresent();
    }

    /** Why somebody said no: the first of them, where a yes came last and the noes outweighed it. */
    public @Nullable String reasonOfNo(InvoiceDetails details) {
        return decisions(details).stream()
                .filter(decision -> decision.live() && decision.decision() == Decision.REJECT)
                .findFirst()
                .map(ApprovalDecisionView::comment)
                .orElse(null);
    }

    /** What the process goes on by after a vote in a round of several; {@code open} while the round isn't decided. */
    public String wordOfRound(Subject subject, Seat seat, String outcome) {
        if (outcome.equals("return")) {
            return outcome;
        }
        Standing standing = approvals.standing(subject).orElseThrow();
        Optional<Round> round = standing.open();
        if (round.isPresent()) {
            return round.get().seats().contains(seat) ? "open" : "approve";
        }
        return standing.granted() ? "approve" : "reject";
    }

    /** The rolling limits that an approval of whoever acts counts against; none where another level is asked after it. */
    public List<TaskFacts.LimitLeft> limits(SeatMatter matter, Seat seat) {
        InvoiceDetails details = matter.whole();
        Commitment commitment = invoiceApproval.commitment(matter);
        if (commitment == null
                || approvals
                        .standing(subject(details))
                        .filter(standing -> standing.isLast(seat))
                        .isEmpty()) {
            return List.of();
        }
        return reached.of(seat.duty(), commitment, details.id(), !matter.ofLines()).stream()
                .map(limit -> new TaskFacts.LimitLeft(
                        limit.costCentre(), limit.days(), limit.amount(), limit.used(), limit.left(), limit.exceeded()))
                .toList();
    }

    private static Changed changed(DecidedContent before, InvoiceDetails details) {
        return new Changed(before.decision(), ContentDifference.since(before.content(), InvoiceContent.of(details)));
    }

    private static Subject subject(InvoiceDetails details) {
        return new Subject("purchase-invoice", details.id());
    }
}
