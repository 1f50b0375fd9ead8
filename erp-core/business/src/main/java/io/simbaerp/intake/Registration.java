package io.simbaerp.intake;

import io.simbaerp.architecture.Actor;
import io.simbaerp.document.DocumentKind;
import io.simbaerp.document.DocumentView;
import io.simbaerp.document.Finding;
import io.simbaerp.document.RegisterDocument;
import io.simbaerp.document.RegistrationDraft;
import io.simbaerp.intake.content.TakeApart;
import io.simbaerp.invoice.PurchaseInvoiceDraft;
import io.simbaerp.invoice.RegisterPurchaseInvoice;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Registers a document as what its content turns out to be. */
@Component
class Registration {

    private final TakeApart takeApart;
    private final RegisterDocument registerDocument;
    private final RegisterPurchaseInvoice registerPurchaseInvoice;

    Registration(
            TakeApart takeApart, RegisterDocument registerDocument, RegisterPurchaseInvoice registerPurchaseInvoice) {
        this.takeApart = takeApart;
        this.registerDocument = registerDocument;
        this.registerPurchaseInvoice = registerPurchaseInvoice;
    }

    DocumentView register(DocumentView document, @Nullable Actor askedBy) {
        TakeApart.Taken taken = takeApart.take(document);
        if (taken.content() instanceof ReadContent.EInvoice invoice) {
            return registerInvoice(document, invoice, taken.locked(), askedBy);
        }
        String title = taken.content() instanceof ReadContent.Container container ? container.title() : null;
        return registerDocument.register(new RegistrationDraft(
                document.id(), DocumentKind.PLAIN, title, taken.content().mediaType(), taken.locked(), askedBy));
    }

    private DocumentView registerInvoice(
            DocumentView document, ReadContent.EInvoice read, List<Finding> locked, @Nullable Actor askedBy) {
        List<Finding> findings =
                Stream.concat(locked.stream(), read.findings().stream()).toList();
        PurchaseInvoiceDraft draft = new PurchaseInvoiceDraft(
                document.id(),
                read.invoice(),
                findings,
                document.receivedOn(),
                document.ksefNumber(),
                document.sha256());
        DocumentView registered = registerDocument.register(draft.ofDocument(read.mediaType(), askedBy));
        registerPurchaseInvoice.register(draft);
        return registered;
    }
}
