package io.simbaerp.workflow.purchaseinvoice;

import io.simbaerp.approval.Approvals;
import io.simbaerp.approval.round.Round;
import io.simbaerp.approval.round.Seat;
import io.simbaerp.approval.round.Standing;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Subject;
import io.simbaerp.invoice.InvoiceQuestions;
import io.simbaerp.invoice.PostPurchaseInvoice;
import io.simbaerp.invoice.PurchaseInvoiceId;
import io.simbaerp.invoice.RejectPurchaseInvoice;
import io.simbaerp.invoice.automation.CodeTouchless;
import io.simbaerp.workflow.engine.Step;
import io.simbaerp.workflow.engine.Steps;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the model {@code PurchaseInvoiceApproval} calls: one use case each, ids in, constants out. */
@Steps(
        process = PurchaseInvoiceApprovalProcess.ID,
        duties = {
            Duty.POST_INVOICE,
            Duty.POST_JOURNAL_ENTRY,
            Duty.VIEW_DOCUMENT,
            Duty.VIEW_LEDGER,
            Duty.VIEW_PARTY,
            Duty.VIEW_EXCHANGE_RATE
        })
public class PurchaseInvoiceApprovalSteps {

    private static final String NONE = "NONE";
    private static final String ROUND = "ROUND";

    private final InvoiceQuestions questions;
    private final CodeTouchless codeTouchless;
    private final ApprovalMatrix matrix;
    private final Approvals approvals;
    private final PostPurchaseInvoice postPurchaseInvoice;
    private final RejectPurchaseInvoice rejectPurchaseInvoice;

    PurchaseInvoiceApprovalSteps(
            InvoiceQuestions questions,
            CodeTouchless codeTouchless,
            ApprovalMatrix matrix,
            Approvals approvals,
            PostPurchaseInvoice postPurchaseInvoice,
            RejectPurchaseInvoice rejectPurchaseInvoice) {
        this.questions = questions;
        this.codeTouchless = codeTouchless;
        this.matrix = matrix;
        this.approvals = approvals;
        this.postPurchaseInvoice = postPurchaseInvoice;
        this.rejectPurchaseInvoice = rejectPurchaseInvoice;
    }

    @Step
    public String nextQuestion(String invoiceId) {
        return questions.nextOpen(id(invoiceId)).map(Enum::name).orElse(NONE);
    }

    @Step
    public String codeTouchless(String invoiceId) {
        return codeTouchless.code(id(invoiceId)) ? "CODED" : "BY_HAND";
    }

    @Step
    public String requestApproval(String invoiceId) {
        return matrix.request(id(invoiceId), subject(invoiceId)) ? "ASKED" : "OWNER_MISSING";
    }

    @Step
    public String nextApprover(String invoiceId) {
        Optional<Round> round = approvals.standing(subject(invoiceId)).flatMap(Standing::open);
        return round.map(open -> open.plain() ? open.seats().get(0).key() : ROUND)
                .orElse(NONE);
    }

    /** The seats that are asked side by side, one after the other in one text. */
    @Step
    public String openSeats(String invoiceId) {
        return free(invoiceId).stream().map(Seat::key).collect(Collectors.joining(";"));
    }

    @Step
    public int countSeats(String invoiceId) {
        return free(invoiceId).size();
    }

    private List<Seat> free(String invoiceId) {
        return approvals.standing(subject(invoiceId)).map(Standing::free).orElse(List.of());
    }

    @Step
    public String post(String invoiceId) {
        return postPurchaseInvoice.post(id(invoiceId)).name();
    }

    @Step
    public void reject(String invoiceId) {
        rejectPurchaseInvoice.reject(id(invoiceId));
    }

    private static PurchaseInvoiceId id(String invoiceId) {
        return new PurchaseInvoiceId(UUID.fromString(invoiceId));
    }

    private static Subject subject(String invoiceId) {
        return new Subject(ApprovalMatrix.SUBJECT, UUID.fromString(invoiceId));
    }
}
