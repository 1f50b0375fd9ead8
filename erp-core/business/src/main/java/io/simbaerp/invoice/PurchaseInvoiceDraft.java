package io.simbaerp.invoice;

import io.simbaerp.document.DocumentId;
import io.simbaerp.document.Finding;
import io.simbaerp.invoice.received.ReceivedInvoice;
import java.time.LocalDate;
import java.util.List;
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
}
