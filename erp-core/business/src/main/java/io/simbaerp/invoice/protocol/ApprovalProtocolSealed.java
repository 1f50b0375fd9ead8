package io.simbaerp.invoice.protocol;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import io.simbaerp.document.DocumentId;
import io.simbaerp.invoice.PurchaseInvoiceId;
import java.time.Instant;
import java.util.List;

/** The paper that says who agreed to the invoice lies sealed beside it. */
public record ApprovalProtocolSealed(
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
