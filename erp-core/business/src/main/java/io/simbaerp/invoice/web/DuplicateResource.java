package io.simbaerp.invoice.web;

import io.simbaerp.architecture.NotFound;
import io.simbaerp.document.DocumentId;
import io.simbaerp.invoice.PurchaseInvoices;
import io.simbaerp.invoice.duplicate.DuplicateReport;
import io.simbaerp.invoice.duplicate.Likeness;
import io.simbaerp.money.Money;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an invoice may be a duplicate of. */
@RestController
@RequestMapping("/api/v1/documents/{document}/duplicates")
@Tag(name = "Purchase invoices")
class DuplicateResource {

    private final PurchaseInvoices invoices;
    private final DuplicateReport duplicates;

    DuplicateResource(PurchaseInvoices invoices, DuplicateReport duplicates) {
        this.invoices = invoices;
        this.duplicates = duplicates;
    }

    /**
     * An earlier invoice it looks like.
     *
     * @param reason the strongest: KSEF_NUMBER, SAME_INVOICE, SAME_NUMBER or SAME_AMOUNT
     * @param toldApart whether a person decided that it is another invoice all the same
     */
    record DuplicateJson(
            UUID documentId,
            String documentNumber,
            String number,
            LocalDate issueDate,
            LocalDate receivedOn,
            Money gross,
            String state,
            Likeness.Reason reason,
            boolean exact,
            Set<Likeness.Agreement> agrees,
            boolean toldApart) {

        static DuplicateJson of(DuplicateReport.Row row) {
            Likeness likeness = row.likeness();
            return new DuplicateJson(
                    likeness.documentId(),
                    row.document(),
                    likeness.number(),
                    likeness.issueDate(),
                    likeness.receivedOn(),
                    likeness.gross(),
                    likeness.state(),
                    likeness.reason(),
                    likeness.exact(),
                    likeness.agrees(),
                    row.toldApart());
        }
    }

    /** A list as REST shows it. */
    record DuplicatesJson(List<DuplicateJson> items) {}

    @GetMapping
    @Operation(summary = "The earlier invoices it looks like, what agrees, and what was decided")
    DuplicatesJson duplicates(@PathVariable UUID document) {
        return invoices.byDocument(new DocumentId(document))
                .map(details -> duplicates.of(details.sample()).stream()
                        .map(DuplicateJson::of)
                        .toList())
                .map(DuplicatesJson::new)
                .orElseThrow(() -> new NotFound("document", document));
    }
}
