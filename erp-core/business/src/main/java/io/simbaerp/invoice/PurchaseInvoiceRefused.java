package io.simbaerp.invoice;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import io.simbaerp.document.DocumentId;
import java.time.Instant;
import java.util.List;

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
