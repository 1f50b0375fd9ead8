package io.simbaerp.invoice.web;

import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.document.DocumentId;
import io.simbaerp.invoice.CorrectReceiptDate;
import io.simbaerp.invoice.PurchaseInvoiceId;
import io.simbaerp.invoice.PurchaseInvoices;
import io.simbaerp.invoice.booking.DeductDeferredVat;
import io.simbaerp.invoice.content.InvoiceDetails;
import io.simbaerp.invoice.registration.LinkedInvoices;
import io.simbaerp.money.Money;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The invoice a document was read into. */
@RestController
@RequestMapping("/api/v1/documents/{document}/invoice")
@Tag(name = "Purchase invoices", description = """
        A coding task takes as `coding` of its completion: `{"lines": [{"line": "1", "account": "402-03",
        "costCentre": "310", "dimensions": {"PROJECT": "P-1"}, "taxCode": "Z23", "net": "100.00"}],
        "vatPeriod": "2026-11", "postingDate": "2026-11-30"}`. `%` and the code of a distribution key may stand where the
        number of a cost centre or value would.
        `line` is the key of `lines[].line` below; several parts of one line add up to its net. A part without `net` takes
        the whole line, `vatPeriod` may be `on-payment` (for a correction another month
        than the proposed one takes a `vatPeriodReason`), and without `coding` or `lines` the proposal stands.""")
class InvoiceResource {

    private final PurchaseInvoices invoices;
    private final CorrectReceiptDate correctReceiptDate;
    private final DeductDeferredVat deductDeferredVat;
    private final DeductDeferredVat.Preview deductionPreview;
    private final LinkedInvoices linked;

    InvoiceResource(
            PurchaseInvoices invoices,
            CorrectReceiptDate correctReceiptDate,
            DeductDeferredVat deductDeferredVat,
            DeductDeferredVat.Preview deductionPreview,
            LinkedInvoices linked) {
        this.deductionPreview = deductionPreview;
        this.invoices = invoices;
        this.correctReceiptDate = correctReceiptDate;
        this.deductDeferredVat = deductDeferredVat;
        this.linked = linked;
    }

    @GetMapping
    @Operation(summary = "The invoice in the terms of EN 16931, its coding and the hash an approval binds to")
    ResponseEntity<InvoiceJson> invoice(@PathVariable UUID document) {
        InvoiceDetails details = details(document);
        return ResponseEntity.ok()
                .header(HttpHeaders.ETAG, "\"" + details.version() + "\"")
                .body(InvoiceJson.of(details));
    }

    /** The day an invoice reached us, and why it is another one than recorded. */
    record ReceiptJson(LocalDate receivedOn, @Nullable String reason) {}

    @Permission.Required(Duty.CODE_INVOICE)
    @PutMapping("/receipt")
    @Operation(summary = "Correct the day the invoice reached us; the reason is kept and approvals fall")
    ResponseEntity<InvoiceJson> correctReceipt(
            @PathVariable UUID document,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ReceiptJson receipt) {
        InvoiceDetails before = details(document);
        if (ifMatch != null && !ifMatch.replaceAll("\\D", "").equals(String.valueOf(before.version()))) {
            throw new Conflict("invoice.version-stale", before.version());
        }
        correctReceiptDate.correct(new PurchaseInvoiceId(before.id()), receipt.receivedOn(), receipt.reason());
        return invoice(document);
    }

    /**
     * A payment that lets waiting input tax be deducted.
     *
     * @param paid how much; all that is left if nothing is said
     */
    record PaymentJson(@Nullable LocalDate paidOn, @Nullable Money paid) {}

    @PostMapping("/vat-deduction")
    @Operation(summary = "Deduct input tax that waited for the payment, or for its month")
    ResponseEntity<InvoiceJson> deduct(@PathVariable UUID document, @RequestBody PaymentJson payment) {
        deductDeferredVat.deduct(new DocumentId(document), day(payment), payment.paid());
        return invoice(document);
    }

    @PostMapping("/vat-deduction/preview")
    @Operation(summary = "What deducting would write into the VAT register and the books")
    DeductDeferredVat.Deduction previewDeduction(@PathVariable UUID document, @RequestBody PaymentJson payment) {
        return deductionPreview.of(new DocumentId(document), day(payment), payment.paid());
    }

    private static LocalDate day(PaymentJson payment) {
        if (payment.paidOn() == null) {
            throw RuleViolation.ofField("paidOn", "vat-deduction.day-missing");
        }
        return payment.paidOn();
    }

    /** How an invoice hangs together with others. */
    record LinksJson(List<LinkedInvoices.Linked> names, List<LinkedInvoices.Linked> namedBy) {}

    @GetMapping("/links")
    @Operation(summary = "The originals it corrects and the advances it settles; what corrects or settles it")
    LinksJson links(@PathVariable UUID document) {
        UUID id = details(document).id();
        return new LinksJson(linked.of(id), linked.naming(id));
    }

    private InvoiceDetails details(UUID document) {
        return invoices.byDocument(new DocumentId(document)).orElseThrow(() -> new NotFound("document", document));
    }
}
