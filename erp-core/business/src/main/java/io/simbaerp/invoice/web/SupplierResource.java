package io.simbaerp.invoice.web;

import io.simbaerp.architecture.NotFound;
import io.simbaerp.document.DocumentId;
import io.simbaerp.invoice.PurchaseInvoices;
import io.simbaerp.invoice.content.InvoiceDetails;
import io.simbaerp.invoice.registration.SupplierFromInvoice;
import io.simbaerp.invoice.registration.SupplierMatch;
import io.simbaerp.invoice.registration.SupplierSuggestions;
import io.simbaerp.party.PartyDraft;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who the supplier of an invoice is, or might be. */
@RestController
@RequestMapping("/api/v1/documents/{document}/supplier")
@Tag(name = "Purchase invoices")
class SupplierResource {

    private final PurchaseInvoices invoices;
    private final SupplierFromInvoice supplierFromInvoice;
    private final SupplierSuggestions suggestions;

    SupplierResource(
            PurchaseInvoices invoices, SupplierFromInvoice supplierFromInvoice, SupplierSuggestions suggestions) {
        this.invoices = invoices;
        this.supplierFromInvoice = supplierFromInvoice;
        this.suggestions = suggestions;
    }

    /**
     * The supplier.
     *
     * @param stated as it would be taken in
     * @param suggestions our parties it might be, while it is unknown
     */
    record SupplierJson(
            @Nullable UUID partyId,
            SupplierMatch.@Nullable How matchedBy,
            PartyDraft stated,
            List<SuggestionJson> suggestions) {}

    /** One of our parties, and what speaks for it: TAX_ID, IBAN or NAME. */
    record SuggestionJson(
            UUID partyId, String name, @Nullable String taxId, List<SupplierSuggestions.Reason> reasons) {}

    @GetMapping
    @Operation(
            summary = "The party the supplier was matched with and why; while it is unknown, the parties it might be",
            description = "A supplier task takes as `input` of its completion `{\"partyId\": ...}` with `use-supplier`,"
                    + " or any of name, taxIds, street, additional, postalCode, city, subdivision, country with"
                    + " `create-supplier`; what is left out is taken from the invoice.")
    SupplierJson supplier(@PathVariable UUID document) {
        InvoiceDetails details =
                invoices.byDocument(new DocumentId(document)).orElseThrow(() -> new NotFound("document", document));
        return new SupplierJson(
                details.supplierId(),
                details.supplier().matchedBy(),
                supplierFromInvoice.stated(details.invoice().seller()),
                details.supplierId() != null
                        ? List.of()
                        : suggestions.of(details.invoice(), details.account()).stream()
                                .map(one -> new SuggestionJson(
                                        one.partyId(),
                                        one.party().name(),
                                        one.party().taxId(),
                                        one.reasons()))
                                .toList());
    }
}
