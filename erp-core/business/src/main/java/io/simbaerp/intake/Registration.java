package io.simbaerp.intake;

import io.simbaerp.architecture.Actor;
import io.simbaerp.archive.OpenOriginal;
import io.simbaerp.document.DocumentKind;
import io.simbaerp.document.DocumentView;
import io.simbaerp.document.RegisterDocument;
import io.simbaerp.document.RegistrationDraft;
import io.simbaerp.invoice.PurchaseInvoiceDraft;
import io.simbaerp.invoice.RegisterPurchaseInvoice;
import io.simbaerp.invoice.received.ReceivedInvoice;
import io.simbaerp.invoice.received.Seller;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Registers a document as what its content turns out to be. */
@Component
class Registration {

    private final OpenOriginal openOriginal;
    private final ContentReader reader;
    private final RegisterDocument registerDocument;
    private final RegisterPurchaseInvoice registerPurchaseInvoice;

    Registration(
            OpenOriginal openOriginal,
            ContentReader reader,
            RegisterDocument registerDocument,
            RegisterPurchaseInvoice registerPurchaseInvoice) {
        this.openOriginal = openOriginal;
        this.reader = reader;
        this.registerDocument = registerDocument;
        this.registerPurchaseInvoice = registerPurchaseInvoice;
    }

    DocumentView register(DocumentView document, @Nullable Actor askedBy) {
        ReadContent read = reader.read(openOriginal.content(document.sha256()), document.fileName());
        if (read instanceof ReadContent.EInvoice invoice) {
            return registerInvoice(document, invoice, askedBy);
        }
        return registerDocument.register(
                new RegistrationDraft(document.id(), DocumentKind.PLAIN, null, read.mediaType(), List.of(), askedBy));
    }

    private DocumentView registerInvoice(DocumentView document, ReadContent.EInvoice read, @Nullable Actor askedBy) {
        ReceivedInvoice invoice = read.invoice();
        DocumentView registered = registerDocument.register(new RegistrationDraft(
                document.id(),
                invoice.creditNote() ? DocumentKind.CREDIT_NOTE : DocumentKind.PURCHASE_INVOICE,
                title(invoice),
                read.mediaType(),
                read.findings(),
                askedBy,
                content(invoice)));
        registerPurchaseInvoice.register(new PurchaseInvoiceDraft(
                document.id(),
                invoice,
                read.findings(),
                document.receivedOn(),
                document.ksefNumber(),
                document.sha256()));
        return registered;
    }

    private static RegistrationDraft.Content content(ReceivedInvoice invoice) {
        Seller seller = invoice.seller();
        return new RegistrationDraft.Content(
                seller.name(),
                seller.vatIdentifier() == null ? seller.taxRegistration() : seller.vatIdentifier(),
                invoice.number(),
                invoice.issueDate(),
                invoice.dueDate(),
                invoice.totals().withVat());
    }

    private static @Nullable String title(ReceivedInvoice invoice) {
        String title = Stream.of(invoice.seller().name(), invoice.number())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return title.isEmpty() ? null : title;
    }
}
