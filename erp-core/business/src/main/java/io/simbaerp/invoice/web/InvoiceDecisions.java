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
import io.simbaerp.invoice.content.ContentRecipe;
import io.simbaerp.invoice.content.InvoiceContent;
import io.simbaerp.invoice.content.InvoiceDetails;
import io.simbaerp.invoice.registration.SupplierFromInvoice;
import io.simbaerp.invoice.separation.ApprovalBackground;
import io.simbaerp.invoice.separation.InvoiceApproval;
import io.simbaerp.invoice.separation.ReturnInput;
import io.simbaerp.task.OpenTaskView;
import io.simbaerp.task.TaskCompletion;
import java.util.Iterator;
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

    Extent extent(InvoiceDetails details) {
        return invoiceApproval.extent(details);
    }

    /** Whoever names no content decides on the present one. */
    void approve(InvoiceDetails details, OpenTaskView task, TaskCompletion completion, ApprovalBackground background) {
        String seen = Objects.requireNonNullElseGet(
                completion.contentHash(), () -> ContentRecipe.hash(InvoiceContent.of(details)));
        Decision decision = decision(completion.outcome());
        Optional<Duty> earlier = ReturnInput.approver(completion);
        if (earlier.isPresent()) {
            invoiceApproval.returnTo(details, seat(task), seen, completion.comment(), earlier.get());
            return;
        }
        invoiceApproval.decide(details, seat(task), decision, seen, completion.comment());
        if (decision != Decision.RETURN && background.isRefused(details)) {
            refusePurchaseInvoice.refuse(
                    id(details), decision == Decision.REJECT ? completion.comment() : background.reasonOfNo(details));
        }
    }

    /** The task of a seat is offered to those who hold its duty, or given to the person whose seat it is. */
    Seat seat(OpenTaskView task) {
        UUID person = task.assignee();
        if (task.candidateDuties().isEmpty() && person != null) {
            return Seat.of(Duty.APPROVE_INVOICE, person);
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
