package io.simbaerp.invoice;

import io.simbaerp.architecture.Actor;
import io.simbaerp.document.DocumentId;
import io.simbaerp.document.DocumentKind;
import io.simbaerp.document.Finding;
import io.simbaerp.document.RegistrationDraft;
import io.simbaerp.invoice.received.ReceivedInvoice;
import io.simbaerp.invoice.received.Seller;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An invoice that was received and read, to be registered.
 *
 * @param documentId the document its original is kept in
 * @param findings what the official rules say about it
 * @param receivedOn the day it reached us, in the company's time zone; for KSeF the day its number was assigned
 * @param ksefNumber its number in KSeF, if it came from there
 * @param sha256 the original's hash
 */
public record PurchaseInvoiceDraft(
        DocumentId documentId,
        ReceivedInvoice invoice,
        List<Finding> findings,
        LocalDate receivedOn,
        @Nullable String ksefNumber,
        String sha256) {

    public PurchaseInvoiceDraft {
        findings = List.copyOf(findings);
    }

    /**
     * What its document is registered as.
     *
     * @param askedBy for whom; if nothing is given, for whoever handed it in
     */
    public RegistrationDraft ofDocument(String mediaType, @Nullable Actor askedBy) {
        return new RegistrationDraft(
                documentId,
                invoice.creditNote() ? DocumentKind.CREDIT_NOTE : DocumentKind.PURCHASE_INVOICE,
                title(),
                mediaType,
                findings,
                askedBy,
                content());
    }

    private RegistrationDraft.Content content() {
        Seller seller = invoice.seller();
        return new RegistrationDraft.Content(
                seller.name(),
                seller.vatIdentifier() == null ? seller.taxRegistration() : seller.vatIdentifier(),
                invoice.number(),
                invoice.issueDate(),
                invoice.dueDate(),
                invoice.totals().withVat());
    }

    private @Nullable String title() {
        String title = Stream.of(invoice.seller().name(), invoice.number())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return title.isEmpty() ? null : title;
    }
}
