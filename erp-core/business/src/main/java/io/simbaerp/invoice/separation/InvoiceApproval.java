package io.simbaerp.invoice.separation;

import io.simbaerp.approval.ApprovalDecisionDraft;
import io.simbaerp.approval.DecideApproval;
import io.simbaerp.approval.Decision;
import io.simbaerp.approval.again.ReturnToApprover;
import io.simbaerp.approval.history.OwnWork;
import io.simbaerp.approval.history.PriorAct;
import io.simbaerp.approval.limit.Commitment;
import io.simbaerp.approval.round.Seat;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Extent;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.Subject;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.document.DocumentKind;
import io.simbaerp.invoice.coding.CodedLine;
import io.simbaerp.invoice.content.InvoiceDetails;
import io.simbaerp.money.Money;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides about an invoice under everything that separates duties: limits, and what was done to it by whom. */
@Component
public class InvoiceApproval {

    private final DecideApproval decideApproval;
    private final ReturnToApprover returnToApprover;
    private final WorkOnInvoices work;
    private final OwnWork ownWork;
    private final CurrentCompany currentCompany;
    private final Permission permission;

    InvoiceApproval(
            DecideApproval decideApproval,
            ReturnToApprover returnToApprover,
            WorkOnInvoices work,
            OwnWork ownWork,
            CurrentCompany currentCompany,
            Permission permission) {
        this.decideApproval = decideApproval;
        this.returnToApprover = returnToApprover;
        this.work = work;
        this.ownWork = ownWork;
        this.currentCompany = currentCompany;
        this.permission = permission;
    }

    /**
     * What somebody decided.
     *
     * @param contentHash the fingerprint of what they saw
     * @param lines which lines it is about, where the seat decides about lines; none for all of them
     */
    public record Said(
            Decision decision, String contentHash, @Nullable String comment, List<String> lines) {}

    /** @throws RuleViolation what {@link DecideApproval#decide} refuses with */
    public void decide(SeatMatter matter, Seat seat, Said said) {
        decideApproval.decide(draft(matter, seat, said));
    }

    /**
     * Returns it to an approver who has agreed already instead of to whoever codes it.
     *
     * @throws RuleViolation what {@link ReturnToApprover#returnTo} refuses with
     */
    public void returnTo(SeatMatter matter, Seat seat, Said said, Duty earlier) {
        returnToApprover.returnTo(draft(matter, seat, said), earlier);
    }

    private ApprovalDecisionDraft draft(SeatMatter matter, Seat seat, Said said) {
        return new ApprovalDecisionDraft(
                new Subject("purchase-invoice", matter.whole().id()),
                seat.duty(),
                said.decision(),
                said.contentHash(),
                said.comment(),
                priorActs(matter.whole()),
                extent(matter),
                commitment(matter),
                seat,
                said.lines());
    }

    /** Why whoever acts may not decide about it; nothing if nothing is known that speaks against it. */
    public Optional<RuleViolation> refusal(InvoiceDetails details) {
        return ownWork.refusal(priorActs(details));
    }

    /** How far it reaches: net in the company's currency, the cost centres coded so far, its type. */
    public Extent extent(SeatMatter matter) {
        return extent(matter.shown(), matter.net(), matter.shown().coding());
    }

    /** What approving it commits the company to; nothing where the rate is missing. */
    @Nullable
    Commitment commitment(SeatMatter matter) {
        InvoiceDetails details = matter.shown();
        Money net = inBase(details, matter.net());
        if (net == null) {
            return null;
        }
        Map<String, Money> centres = new HashMap<>();
        for (CodedLine line : details.coding()) {
            for (CodedLine.Share place : line.places()) {
                Money part = inBase(details, place.net());
                if (place.costCentre() != null && part != null) {
                    centres.merge(place.costCentre(), part, Money::plus);
                }
            }
        }
        return new Commitment(details.supplierId(), net, centres);
    }

    private @Nullable Money inBase(InvoiceDetails details, Money money) {
        if (money.currency().equals(currentCompany.get().baseCurrency())) {
            return money;
        }
        return details.ledgerRate() == null ? null : details.ledgerRate().convert(money);
    }

    /** @throws RuleViolation duty.beyond-limit if whoever acts may not code so much, or not to these cost centres */
    public void requireCodingReach(InvoiceDetails details, List<CodedLine> lines) {
        permission.requireReach(Duty.CODE_INVOICE, extent(details, details.net(), lines));
    }

    private Extent extent(InvoiceDetails details, Money stated, List<CodedLine> lines) {
        return Extent.of(
                hundredths(details, stated),
                lines.stream()
                        .flatMap(line -> line.places().stream())
                        .map(CodedLine.Share::costCentre)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()),
                details.creditNote() ? DocumentKind.CREDIT_NOTE : DocumentKind.PURCHASE_INVOICE);
    }

    /** What can't be converted is beyond every limit. */
    private long hundredths(InvoiceDetails details, Money stated) {
        Money net = inBase(details, stated);
        return net == null ? Long.MAX_VALUE : net.hundredths();
    }

    /** Who coded it, and so asked for the decision. */
    public List<UUID> coders(InvoiceDetails details) {
        return priorActs(details).stream().map(PriorAct::person).distinct().toList();
    }

    private List<PriorAct> priorActs(InvoiceDetails details) {
        return work.on(List.of(details.documentId()), List.of());
    }
}
