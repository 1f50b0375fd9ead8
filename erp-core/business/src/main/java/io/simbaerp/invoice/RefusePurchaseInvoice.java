package io.simbaerp.invoice;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.Subject;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.document.DocumentId;
import io.simbaerp.invoice.registration.Occasion;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides, in a task, that an invoice is to be rejected, and says why. The process then ends it. */
@UseCase(Duty.WORK_ON_TASK)
public class RefusePurchaseInvoice {

    /** A person decided that an invoice is to be rejected, and said why. */
    public record PurchaseInvoiceRefused(
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
    private final Occasion occasion;

    RefusePurchaseInvoice(StoredInvoices invoices, Occasion occasion) {
        this.invoices = invoices;
        this.occasion = occasion;
    }

    /** @throws RuleViolation invoice.reason-missing, invoice.closed */
    public void refuse(PurchaseInvoiceId id, @Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw RuleViolation.ofField("comment", "invoice.reason-missing");
        }
        PurchaseInvoice invoice = invoices.locked(id);
        invoice.refuse(reason.strip(), occasion.actor(), occasion.now());
        invoices.flush();
        occasion.tell(new PurchaseInvoiceRefused(
                occasion.company(), occasion.actor(), occasion.now(), id, invoice.documentId()));
    }
}
