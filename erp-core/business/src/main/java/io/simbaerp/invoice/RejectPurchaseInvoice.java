package io.simbaerp.invoice;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.document.DocumentState;
import io.simbaerp.document.MoveDocument;
import io.simbaerp.invoice.registration.Occasion;

/** Ends an invoice that a person decided to reject. The decision and its reason stand on the invoice already. */
@UseCase(Duty.RUN_PROCESS)
public class RejectPurchaseInvoice {

    private final StoredInvoices invoices;
    private final MoveDocument moveDocument;
    private final Occasion occasion;

    RejectPurchaseInvoice(StoredInvoices invoices, MoveDocument moveDocument, Occasion occasion) {
        this.invoices = invoices;
        this.moveDocument = moveDocument;
        this.occasion = occasion;
    }

    /**
     * Ends it; an invoice that is rejected already stays so.
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
        occasion.tell(new PurchaseInvoiceRejected(
                occasion.company(), occasion.actor(), occasion.now(), id, invoice.documentId()));
    }
}
