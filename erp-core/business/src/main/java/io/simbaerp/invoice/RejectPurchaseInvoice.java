package io.simbaerp.invoice;

import io.simbaerp.approval.Approvals;
import io.simbaerp.approval.VoidApprovals;
import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Subject;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.document.DocumentId;
import io.simbaerp.document.DocumentState;
import io.simbaerp.document.MoveDocument;
import io.simbaerp.invoice.registration.Occasion;
import java.time.Instant;
import java.util.List;

/** Ends an invoice that a person decided to reject. The decision and its reason stand on the invoice already. */
@UseCase(Duty.RUN_PROCESS)
public class RejectPurchaseInvoice {

    /** An invoice was rejected, with a reason; it will never be in the books. */
    public record PurchaseInvoiceRejected(
            CompanyId company, Actor actor, Instant at, PurchaseInvoiceId invoiceId, DocumentId documentId)
            implements BusinessEvent {

        @Override
        public Subject subject() {
            return new Subject("purchase-invoice", invoiceId.value());
        }

        @Override
        public List<Subject> concerns() {
            return List.of(new Subject("document", documentId.value()));
        }
    }

    private final StoredInvoices invoices;
    private final MoveDocument moveDocument;
    private final Approvals approvals;
    private final VoidApprovals voidApprovals;
    private final Occasion occasion;

    RejectPurchaseInvoice(
            StoredInvoices invoices,
            MoveDocument moveDocument,
            Approvals approvals,
            VoidApprovals voidApprovals,
            Occasion occasion) {
        this.invoices = invoices;
        this.moveDocument = moveDocument;
        this.approvals = approvals;
        this.voidApprovals = voidApprovals;
        this.occasion = occasion;
    }

    /**
     * Ends it; an invoice that is rejected already stays so. Where no approver said no, what they agreed to before commits
     * nobody any more.
     *
     * @throws io.simbaerp.architecture.RuleViolation invoice.reason-missing, invoice.closed
     */
    public void reject(PurchaseInvoiceId id) {
        PurchaseInvoice invoice = invoices.locked(id);
        if (invoice.state() == InvoiceState.REJECTED) {
            return;
        }
        invoice.reject();
        invoices.flush();
        moveDocument.to(invoice.documentId(), DocumentState.REJECTED);
        Subject subject = new Subject("purchase-invoice", id.value());
        if (approvals.standing(subject).filter(standing -> !standing.refused()).isPresent()) {
            voidApprovals.voidApprovals(subject);
        }
        occasion.tell(new PurchaseInvoiceRejected(
                occasion.company(), occasion.actor(), occasion.now(), id, invoice.documentId()));
    }
}
