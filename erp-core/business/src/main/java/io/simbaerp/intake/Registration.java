package io.simbaerp.intake;

import io.simbaerp.architecture.Actor;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.document.DocumentKind;
import io.simbaerp.document.DocumentView;
import io.simbaerp.document.Finding;
import io.simbaerp.document.RegisterDocument;
import io.simbaerp.document.RegistrationDraft;
import io.simbaerp.intake.content.TakeApart;
import io.simbaerp.invoice.PurchaseInvoiceDraft;
import io.simbaerp.invoice.RegisterPurchaseInvoice;
import io.simbaerp.invoice.received.NotPosted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Registers a document as what its content turns out to be. */
@Component
class Registration {

    private final TakeApart takeApart;
    private final RegisterDocument registerDocument;
    private final RegisterPurchaseInvoice registerPurchaseInvoice;
    private final CurrentCompany currentCompany;

    Registration(
            TakeApart takeApart,
            RegisterDocument registerDocument,
            RegisterPurchaseInvoice registerPurchaseInvoice,
            CurrentCompany currentCompany) {
        this.takeApart = takeApart;
        this.registerDocument = registerDocument;
        this.registerPurchaseInvoice = registerPurchaseInvoice;
        this.currentCompany = currentCompany;
    }

    DocumentView register(DocumentView document, @Nullable Actor askedBy) {
        TakeApart.Taken taken = takeApart.take(document);
        if (taken.content() instanceof ReadContent.EInvoice invoice) {
            return registerInvoice(document, invoice, taken.locked(), askedBy);
        }
        List<Finding> findings = new ArrayList<>(taken.locked());
        if (taken.content() instanceof ReadContent.Plain plain) {
            findings.addAll(0, plain.findings());
        }
        String title = taken.content() instanceof ReadContent.Container container ? container.title() : null;
        return registerDocument.register(new RegistrationDraft(
                document.id(), DocumentKind.PLAIN, title, taken.content().mediaType(), findings, askedBy));
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
        RegistrationDraft registration = draft.ofDocument(read.mediaType(), askedBy);
        Optional<NotPosted> refused =
                NotPosted.reason(read.invoice(), currentCompany.get().taxId());
        if (refused.isPresent()) {
            return registerDocument.register(kept(registration, refused.get().finding()));
        }
        DocumentView registered = registerDocument.register(registration);
        registerPurchaseInvoice.register(draft);
        return registered;
    }

    /** A plain document that says what it is about and why it goes no further. */
    private static RegistrationDraft kept(RegistrationDraft invoice, Finding reason) {
        return new RegistrationDraft(
                invoice.documentId(),
                DocumentKind.PLAIN,
                invoice.title(),
                invoice.mediaType(),
                Stream.concat(Stream.of(reason), invoice.findings().stream()).toList(),
                invoice.onBehalfOf(),
                invoice.content());
    }
}
