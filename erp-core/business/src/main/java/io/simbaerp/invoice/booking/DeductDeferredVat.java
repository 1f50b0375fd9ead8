package io.simbaerp.invoice.booking;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Query;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.Subject;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.document.DocumentId;
import io.simbaerp.invoice.PurchaseInvoices;
import io.simbaerp.invoice.content.InvoiceDetails;
import io.simbaerp.invoice.registration.Occasion;
import io.simbaerp.ledger.JournalEntryDraft;
import io.simbaerp.ledger.PostJournalEntry;
import io.simbaerp.money.Money;
import io.simbaerp.tax.VatRegisterRowDraft;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Deducts input tax that waited: under the cash method when the invoice is paid (VAT act art. 86(10e)), in part when it is
 * paid in part; otherwise when the chosen month has come. The register gets its rows, and the tax moves from the account
 * it waited on to that of input tax, together or not at all.
 */
@UseCase(Duty.POST_JOURNAL_ENTRY)
public class DeductDeferredVat {

    /** Tax that waited was deducted. */
    public record VatDeducted(CompanyId company, Actor actor, Instant at, DocumentId documentId)
            implements BusinessEvent {

        @Override
        public Subject subject() {
            return new Subject("document", documentId.value());
        }
    }

    /**
     * What a deduction writes.
     *
     * @param rows into the VAT register; none where they stand there since the invoice was posted
     * @param entry that moves the tax; nothing where none was put off
     */
    public record Deduction(
            List<VatRegisterRowDraft> rows, @Nullable JournalEntryDraft entry) {}

    private final PurchaseInvoices invoices;
    private final DeferredVat deferredVat;
    private final Occasion occasion;

    DeductDeferredVat(PurchaseInvoices invoices, DeferredVat deferredVat, Occasion occasion) {
        this.invoices = invoices;
        this.deferredVat = deferredVat;
        this.occasion = occasion;
    }

    /**
     * Deducts what waits.
     *
     * @param day when it was paid; the entry stands under this day
     * @param paid how much was paid then, in the invoice's currency; nothing if it was all that was left
     * @throws NotFound if the document is no invoice
     * @throws RuleViolation vat-deduction.not-posted, vat-deduction.nothing-waits, vat-deduction.before-invoice,
     *     vat-deduction.month-to-come, vat-deduction.payment-wrong, period.closed, period.unknown
     */
    public void deduct(DocumentId document, LocalDate day, @Nullable Money paid) {
        InvoiceDetails details = posted(invoices, document, day);
        deferredVat.holdFor(details);
        deferredVat.deduct(details, day, share(details, paid));
        occasion.tell(new VatDeducted(occasion.company(), occasion.actor(), occasion.now(), document));
    }

    private static InvoiceDetails posted(PurchaseInvoices invoices, DocumentId document, LocalDate day) {
        InvoiceDetails details =
                invoices.byDocument(document).orElseThrow(() -> new NotFound("document", document.value()));
        if (!details.state().equals("POSTED")) {
            throw new RuleViolation("vat-deduction.not-posted", details.number());
        }
        if (day.isBefore(details.dates().issue())) {
            throw RuleViolation.ofField(
                    "paidOn",
                    "vat-deduction.before-invoice",
                    day,
                    details.dates().issue());
        }
        return details;
    }

    /** Nothing for all that is left. */
    private static @Nullable BigDecimal share(InvoiceDetails details, @Nullable Money paid) {
        if (paid == null) {
            return null;
        }
        Money gross = details.gross();
        boolean fits = paid.currency().equals(gross.currency())
                && paid.amount().signum() > 0
                && paid.amount().compareTo(gross.amount().abs()) <= 0;
        if (!fits) {
            throw RuleViolation.ofField("paid", "vat-deduction.payment-wrong", paid, gross);
        }
        return paid.amount().divide(gross.amount().abs(), MathContext.DECIMAL128);
    }

    /** Shows what a deduction would write, judged by all rules of posting. */
    @Query(Duty.POST_JOURNAL_ENTRY)
    public static class Preview {

        private final PurchaseInvoices invoices;
        private final DeferredVat deferredVat;
        private final PostJournalEntry.Preview judge;

        Preview(PurchaseInvoices invoices, DeferredVat deferredVat, PostJournalEntry.Preview judge) {
            this.invoices = invoices;
            this.deferredVat = deferredVat;
            this.judge = judge;
        }

        /**
         * What would be written.
         *
         * @throws RuleViolation what deducting would refuse it by
         */
        public Deduction of(DocumentId document, LocalDate day, @Nullable Money paid) {
            InvoiceDetails details = posted(invoices, document, day);
            Deduction deduction = deferredVat.plan(details, day, share(details, paid));
            if (deduction.entry() != null) {
                judge.total(deduction.entry());
            }
            return deduction;
        }
    }
}
