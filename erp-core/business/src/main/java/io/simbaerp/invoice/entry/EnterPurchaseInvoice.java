package io.simbaerp.invoice.entry;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.document.DocumentId;
import io.simbaerp.document.DocumentView;
import io.simbaerp.document.Documents;
import io.simbaerp.document.RegisterDocument;
import io.simbaerp.invoice.PurchaseInvoiceDraft;
import io.simbaerp.invoice.PurchaseInvoiceId;
import io.simbaerp.invoice.RegisterPurchaseInvoice;

/** Makes a plain document the invoice that somebody read off it. From then on it goes the way of every invoice. */
@UseCase(Duty.CODE_INVOICE)
public class EnterPurchaseInvoice {

    private final Documents documents;
    private final RegisterDocument registerDocument;
    private final RegisterPurchaseInvoice registerPurchaseInvoice;
    private final CurrentCompany currentCompany;

    EnterPurchaseInvoice(
            Documents documents,
            RegisterDocument registerDocument,
            RegisterPurchaseInvoice registerPurchaseInvoice,
            CurrentCompany currentCompany) {
        this.documents = documents;
        this.registerDocument = registerDocument;
        this.registerPurchaseInvoice = registerPurchaseInvoice;
        this.currentCompany = currentCompany;
    }

    /**
     * Registers the document as this invoice.
     *
     * @throws NotFound if there is no such document
     * @throws io.simbaerp.architecture.RuleViolation document.registered-already, document.not-in-this-state
     * @throws io.simbaerp.architecture.Conflict invoice.registered-already
     */
    public PurchaseInvoiceId enter(DocumentId id, EnteredInvoice entered) {
        DocumentView document = documents.byId(id).orElseThrow(() -> new NotFound("document", id));
        TypedInvoice typed = new TypedInvoice(entered, currentCompany.get());
        PurchaseInvoiceDraft draft = new PurchaseInvoiceDraft(
                id,
                typed.received(),
                typed.findings(),
                document.receivedOn(),
                document.ksefNumber(),
                document.sha256());
        registerDocument.register(draft.ofDocument(document.mediaType(), null));
        return registerPurchaseInvoice.register(draft);
    }
}
