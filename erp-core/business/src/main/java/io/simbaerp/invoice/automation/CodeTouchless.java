package io.simbaerp.invoice.automation;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Subject;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.audit.OnBehalf;
import io.simbaerp.document.DocumentId;
import io.simbaerp.invoice.CodePurchaseInvoice;
import io.simbaerp.invoice.PurchaseInvoiceId;
import io.simbaerp.invoice.PurchaseInvoices;
import io.simbaerp.invoice.content.InvoiceDetails;
import io.simbaerp.invoice.registration.Occasion;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Codes an ordinary invoice as proposed, where that is switched on for its supplier. Whoever switched it on is its coder
 * and can't approve it.
 */
@UseCase(Duty.RUN_PROCESS)
public class CodeTouchless {

    /** An invoice was coded as proposed without a person, for whoever switched that on. */
    public record PurchaseInvoiceCodedTouchless(
            CompanyId company,
            Actor actor,
            Actor onBehalfOf,
            Instant at,
            PurchaseInvoiceId invoiceId,
            DocumentId documentId)
            implements OnBehalf {

        @Override
        public Subject subject() {
            return new Subject("purchase-invoice", invoiceId.value());
        }

        @Override
        public List<Subject> concerns() {
            return List.of(new Subject("document", documentId.value()));
        }
    }

    private final PurchaseInvoices invoices;
    private final CodePurchaseInvoice codePurchaseInvoice;
    private final TouchlessJudgement judgement;
    private final TouchlessRows rows;
    private final CurrentActor currentActor;
    private final Occasion occasion;

    CodeTouchless(
            PurchaseInvoices invoices,
            CodePurchaseInvoice codePurchaseInvoice,
            TouchlessJudgement judgement,
            TouchlessRows rows,
            CurrentActor currentActor,
            Occasion occasion) {
        this.invoices = invoices;
        this.codePurchaseInvoice = codePurchaseInvoice;
        this.judgement = judgement;
        this.rows = rows;
        this.currentActor = currentActor;
        this.occasion = occasion;
    }

    /**
     * Codes it, or leaves it to a person.
     *
     * @return whether it is coded now
     * @throws NotFound if there is no such invoice
     */
    public boolean code(PurchaseInvoiceId id) {
        InvoiceDetails details = invoices.byId(id).orElseThrow(() -> new NotFound("purchase-invoice", id));
        if (judgement.stops(details, occasion.company()).isPresent()) {
            return false;
        }
        Optional<Acting> coder = judgement.coder(Objects.requireNonNull(details.supplierId()), occasion.company());
        if (coder.isEmpty()) {
            return false;
        }
        currentActor.run(coder.get(), () -> codePurchaseInvoice.code(id, null));
        rows.coded(id.value());
        occasion.tell(new PurchaseInvoiceCodedTouchless(
                occasion.company(),
                occasion.actor(),
                coder.get().actor(),
                occasion.now(),
                id,
                new DocumentId(details.documentId())));
        return true;
    }
}
