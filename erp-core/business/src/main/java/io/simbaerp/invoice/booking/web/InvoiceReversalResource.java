package io.simbaerp.invoice.booking.web;

import io.simbaerp.invoice.PurchaseInvoiceId;
import io.simbaerp.invoice.ReversePurchaseInvoice;
import io.simbaerp.invoice.booking.ReversalTerms;
import io.simbaerp.ledger.EntryKind;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Taking a posted invoice back, for programs. */
@RestController
@RequestMapping("/api/v1/documents/{document}/invoice/reversal")
@Tag(name = "Purchase invoices")
class InvoiceReversalResource {

    private final InvoiceReversals reversals;
    private final ReversePurchaseInvoice reverse;

    InvoiceReversalResource(InvoiceReversals reversals, ReversePurchaseInvoice reverse) {
        this.reversals = reversals;
        this.reverse = reverse;
    }

    /**
     * How an invoice is to be taken back.
     *
     * @param kind RED_REVERSAL, also if nothing is said, or BLACK_REVERSAL
     * @param postingDate the reversals' own date; today if nothing is said
     * @param period the reversals' own fiscal period, such as {@code 2026-11}; that of the date if nothing is said
     * @param reason why, in a sentence
     */
    record ReversalJson(
            @Nullable EntryKind kind,
            @Nullable LocalDate postingDate,
            @Nullable String period,
            @Nullable String reason) {}

    @GetMapping
    @Operation(summary = "What reversing the invoice would take back, and what was taken back before")
    InvoiceReversals.ReversalView preview(@PathVariable UUID document) {
        return reversals.of(document);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Reverse a posted invoice and code it again",
            description =
                    "Its entries and VAT rows are reversed, its open item is settled by that, its approvals fall, and"
                            + " the document is IN_PROCESS again with a coding task. Refused while the open item is ordered for"
                            + " payment or settled, and once the document is paid or archived.")
    InvoiceReversals.ReversalView reverse(@PathVariable UUID document, @RequestBody ReversalJson wanted) {
        LocalDate day = reversals.day(wanted.postingDate());
        reverse.reverse(
                new PurchaseInvoiceId(reversals.invoice(document).id()),
                new ReversalTerms(
                        Objects.requireNonNullElse(wanted.kind(), EntryKind.RED_REVERSAL),
                        day,
                        reversals.period(wanted.period(), day),
                        Objects.requireNonNullElse(wanted.reason(), "").strip()));
        return reversals.of(document);
    }
}
