package io.simbaerp.invoice.web;

import io.simbaerp.approval.Decision;
import io.simbaerp.approval.round.Seat;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Extent;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.invoice.AnswerQuestion;
import io.simbaerp.invoice.CodePurchaseInvoice;
import io.simbaerp.invoice.IdentifySupplier;
import io.simbaerp.invoice.PurchaseInvoiceId;
import io.simbaerp.invoice.Question;
import io.simbaerp.invoice.RefusePurchaseInvoice;
import io.simbaerp.invoice.coding.CodableLine;
import io.simbaerp.invoice.content.InvoiceDetails;
import io.simbaerp.invoice.registration.SupplierFromInvoice;
import io.simbaerp.invoice.separation.ApprovalBackground;
import io.simbaerp.invoice.separation.InvoiceApproval;
import io.simbaerp.invoice.separation.ReturnInput;
import io.simbaerp.invoice.separation.SeatMatter;
import io.simbaerp.task.OpenTaskView;
import io.simbaerp.task.TaskCompletion;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Carries out what a person decides in a task about an invoice, through the use cases. */
@Component
class InvoiceDecisions {

    private final AnswerQuestion answerQuestion;
    private final CodePurchaseInvoice codePurchaseInvoice;
    private final RefusePurchaseInvoice refusePurchaseInvoice;
    private final InvoiceApproval invoiceApproval;
    private final IdentifySupplier identifySupplier;
    private final SupplierFromInvoice supplierFromInvoice;

    InvoiceDecisions(
            AnswerQuestion answerQuestion,
            CodePurchaseInvoice codePurchaseInvoice,
            RefusePurchaseInvoice refusePurchaseInvoice,
            InvoiceApproval invoiceApproval,
            IdentifySupplier identifySupplier,
            SupplierFromInvoice supplierFromInvoice) {
        this.answerQuestion = answerQuestion;
        this.codePurchaseInvoice = codePurchaseInvoice;
        this.refusePurchaseInvoice = refusePurchaseInvoice;
        this.invoiceApproval = invoiceApproval;
        this.identifySupplier = identifySupplier;
        this.supplierFromInvoice = supplierFromInvoice;
    }

    void answer(InvoiceDetails details, Question question, TaskCompletion completion) {
        switch (question.name() + " " + completion.outcome()) {
            case "SUPPLIER use-supplier" ->
                identifySupplier.identify(
                        id(details), SupplierInput.existing(completion.coding()), completion.comment());
            case "SUPPLIER create-supplier" ->
                identifySupplier.identify(
                        id(details),
                        SupplierInput.added(
                                completion.coding(),
                                supplierFromInvoice.stated(details.invoice().seller())),
                        completion.comment());
            default -> decide(details, question, completion);
        }
    }

    private void decide(InvoiceDetails details, Question question, TaskCompletion completion) {
        answerQuestion.answer(id(details), question, completion.outcome(), completion.comment());
    }

    void code(InvoiceDetails details, TaskCompletion completion) {
        if (completion.outcome().equals("reject")) {
            refusePurchaseInvoice.refuse(id(details), completion.comment());
            return;
        }
        CodingInput.requireMadeFor(completion.coding(), details.version());
        codePurchaseInvoice.code(
                id(details),
                CodingInput.draft(
                        completion.coding(),
                        details.invoice().currency(),
                        CodableLine.of(details.invoice()).stream()
                                .collect(Collectors.toMap(CodableLine::key, CodableLine::net))));
    }

    /** Why the reader may not approve it; nothing if nothing speaks against it. */
    @Nullable
    RuleViolation approvalRefused(InvoiceDetails details) {
        return invoiceApproval.refusal(details).orElse(null);
    }

    List<UUID> coders(InvoiceDetails details) {
        return invoiceApproval.coders(details);
    }

    Extent extent(SeatMatter matter) {
        return invoiceApproval.extent(matter);
    }

    /** Whoever names no content decides on the present one. */
    void approve(InvoiceDetails details, OpenTaskView task, TaskCompletion completion, ApprovalBackground background) {
        Seat seat = seat(task);
        SeatMatter matter = background.matter(details, seat);
        Decision decision = decision(completion.outcome());
        InvoiceApproval.Said said = new InvoiceApproval.Said(
                decision,
                Objects.requireNonNullElseGet(completion.contentHash(), matter::hash),
                completion.comment(),
                ReturnInput.lines(completion));
        Optional<Duty> earlier = ReturnInput.approver(completion);
        if (earlier.isPresent()) {
            invoiceApproval.returnTo(matter, seat, said, earlier.get());
            return;
        }
        invoiceApproval.decide(matter, seat, said);
        if (decision != Decision.RETURN && background.isRefused(details)) {
            refusePurchaseInvoice.refuse(
                    id(details), decision == Decision.REJECT ? completion.comment() : background.reasonOfNo(details));
        }
    }

    /**
     * The seat that the task's rule names; else any of the level whose duty it asks for. A task of one person alone, made
     * before rules named seats, is that person's.
     */
    Seat seat(OpenTaskView task) {
        Optional<Seat> named = Seat.ofRule(task.rule());
        UUID person = task.assignee();
        if (task.isDirected() && person != null && named.map(Seat::person).isEmpty()) {
            return Seat.of(Duty.APPROVE_INVOICE, person);
        }
        if (named.isPresent()) {
            return named.get();
        }
        Iterator<Duty> duties = task.candidateDuties().iterator();
        Duty level = duties.next();
        if (duties.hasNext()) {
            throw new IllegalStateException("The task " + task.key() + " belongs to several levels of approval");
        }
        return Seat.of(level);
    }

    private static Decision decision(String outcome) {
        return switch (outcome) {
            case "approve" -> Decision.APPROVE;
            case "return" -> Decision.RETURN;
            case "reject" -> Decision.REJECT;
            default -> throw new RuleViolation("invoice.outcome-unknown", "APPROVAL", outcome);
        };
    }

    private static PurchaseInvoiceId id(InvoiceDetails details) {
        return new PurchaseInvoiceId(details.id());
    }
}
