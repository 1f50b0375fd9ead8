package io.simbaerp.invoice;

import io.simbaerp.approval.VoidApprovals;
import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.Subject;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.document.DocumentId;
import io.simbaerp.document.DocumentState;
import io.simbaerp.document.MoveDocument;
import io.simbaerp.invoice.booking.ReversalTerms;
import io.simbaerp.invoice.booking.TakeBack;
import io.simbaerp.invoice.registration.Occasion;
import java.time.Instant;
import java.util.List;

/**
 * Takes a posted invoice out of the books, so that it is coded and approved again: its entries and VAT rows are reversed,
 * its open item is settled by that, its approvals fall, and its document goes back into process. What was posted, who
 * approved it and why it was taken back stays visible.
 */
@UseCase(Duty.POST_JOURNAL_ENTRY)
public class ReversePurchaseInvoice {

    /** A posted invoice was taken out of the books, with a reason, and is to be coded again. */
    public record PurchaseInvoiceReversed(
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
    private final TakeBack takeBack;
    private final VoidApprovals voidApprovals;
    private final MoveDocument moveDocument;
    private final Occasion occasion;

    ReversePurchaseInvoice(
            StoredInvoices invoices,
            TakeBack takeBack,
            VoidApprovals voidApprovals,
            MoveDocument moveDocument,
            Occasion occasion) {
        this.invoices = invoices;
        this.takeBack = takeBack;
        this.voidApprovals = voidApprovals;
        this.moveDocument = moveDocument;
        this.occasion = occasion;
    }

    /**
     * Reverses it.
     *
     * @throws RuleViolation invoice.not-posted, invoice.reversal-reason-missing, document.move-not-allowed if its document
     *     was archived or paid, and whatever reversing an entry refuses, such as period.closed
     * @throws Conflict invoice.reversal-settled, journal-entry.item-ordered
     */
    public void reverse(PurchaseInvoiceId id, ReversalTerms terms) {
        if (terms.reason().isBlank()) {
            throw RuleViolation.ofField("reason", "invoice.reversal-reason-missing");
        }
        PurchaseInvoice invoice = invoices.locked(id);
        if (invoice.state() != InvoiceState.POSTED) {
            throw new RuleViolation(
                    "invoice.not-posted",
                    invoice.details(occasion.baseCurrency()).number());
        }
        moveDocument.to(invoice.documentId(), DocumentState.IN_PROCESS);
        takeBack.takeBack(invoice.details(occasion.baseCurrency()), terms);
        invoice.takenBack();
        invoices.write();
        voidApprovals.voidApprovals(new Subject("purchase-invoice", id.value()));
        occasion.tell(new PurchaseInvoiceReversed(
                occasion.company(), occasion.actor(), occasion.now(), id, invoice.documentId()));
    }
}
