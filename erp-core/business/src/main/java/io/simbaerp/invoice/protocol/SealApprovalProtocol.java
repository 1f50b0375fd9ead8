package io.simbaerp.invoice.protocol;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.document.DocumentId;
import io.simbaerp.document.attachment.AttachOwnFile;
import io.simbaerp.invoice.PurchaseInvoiceId;
import io.simbaerp.invoice.PurchaseInvoices;
import io.simbaerp.invoice.content.InvoiceDetails;
import java.time.Clock;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;

/** Makes the approval protocol of a posted invoice, seals it and archives it with the document. */
@UseCase(Duty.RUN_PROCESS)
public class SealApprovalProtocol {

    private final PurchaseInvoices invoices;
    private final ProtocolPress press;
    private final AttachOwnFile attachOwnFile;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    SealApprovalProtocol(
            PurchaseInvoices invoices,
            ProtocolPress press,
            AttachOwnFile attachOwnFile,
            CurrentActor currentActor,
            Clock clock,
            ApplicationEventPublisher events) {
        this.invoices = invoices;
        this.press = press;
        this.attachOwnFile = attachOwnFile;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /** @throws NotFound if there is no such invoice */
    public void seal(PurchaseInvoiceId id) {
        InvoiceDetails invoice = invoices.byId(id).orElseThrow(() -> new NotFound("purchase-invoice", id));
        DocumentId document = new DocumentId(invoice.documentId());
        Instant now = clock.instant();
        attachOwnFile.attach(document, press.print(invoice, now));
        events.publishEvent(
                new ApprovalProtocolSealed(currentActor.company(), currentActor.actor(), now, id, document));
    }
}
