package io.simbaerp.invoice;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.invoice.booking.Bookkeeping;
import io.simbaerp.invoice.booking.Obstacles;
import io.simbaerp.invoice.content.ContentRecipe;
import io.simbaerp.invoice.content.InvoiceContent;
import io.simbaerp.invoice.content.InvoiceDetails;
import io.simbaerp.invoice.received.polish.PaymentState;
import io.simbaerp.invoice.received.polish.PolishTerms;
import io.simbaerp.invoice.registration.Occasion;
import io.simbaerp.ledger.JournalEntryId;
import io.simbaerp.ledger.openitem.PaidBefore;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Carries an approved invoice into the ledger and the VAT register: entry, open item, register rows and the document's
 * state change together or not at all.
 */
@UseCase(Duty.POST_INVOICE)
public class PostPurchaseInvoice {

    private final StoredInvoices invoices;
    private final Obstacles obstacles;
    private final Bookkeeping bookkeeping;
    private final CurrentCompany currentCompany;
    private final PaidBefore paidBefore;
    private final Occasion occasion;

    PostPurchaseInvoice(
            StoredInvoices invoices,
            Obstacles obstacles,
            Bookkeeping bookkeeping,
            CurrentCompany currentCompany,
            PaidBefore paidBefore,
            Occasion occasion) {
        this.invoices = invoices;
        this.obstacles = obstacles;
        this.bookkeeping = bookkeeping;
        this.currentCompany = currentCompany;
        this.paidBefore = paidBefore;
        this.occasion = occasion;
    }

    /**
     * Posts it, or says why it can't be posted. Posting what is posted already changes nothing.
     *
     * @throws RuleViolation invoice.closed if it was rejected, and whatever rule of the books the entry would break
     */
    public PostOutcome post(PurchaseInvoiceId id) {
        PurchaseInvoice invoice = invoices.locked(id);
        if (invoice.state() == InvoiceState.POSTED) {
            return PostOutcome.POSTED;
        }
        InvoiceDetails details = invoice.details(currentCompany.get().baseCurrency());
        String hash = ContentRecipe.hash(InvoiceContent.of(details));
        PostOutcome outcome = obstacles.judge(details, hash);
        if (outcome == PostOutcome.POSTED) {
            book(invoice, details, hash);
        } else if (outcome == PostOutcome.RATE_MISSING) {
            invoice.ask(Question.RATE, occasion.now());
        } else if (outcome == PostOutcome.DUPLICATE_OPEN) {
            invoice.ask(Question.DUPLICATE, occasion.now());
        }
        return outcome;
    }

    /** The entry's number comes last, since its counter stays locked until the transaction ends. */
    private void book(PurchaseInvoice invoice, InvoiceDetails details, String hash) {
        Optional<JournalEntryId> entry = bookkeeping.book(details, hash);
        entry.ifPresent(made -> notePaidBefore(made, details.invoice().polish()));
        invoice.fingerprint(hash);
        invoice.posted(entry.map(JournalEntryId::value).orElse(null), occasion.now());
        invoices.write();
        occasion.tell(new PurchaseInvoicePosted(
                occasion.company(),
                occasion.actor(),
                occasion.now(),
                new PurchaseInvoiceId(details.id()),
                invoice.documentId()));
    }

    private void notePaidBefore(JournalEntryId entry, @Nullable PolishTerms terms) {
        if (terms != null && terms.payments().begun()) {
            PaymentState payments = terms.payments();
            paidBefore.say(entry, payments.paid() ? null : payments.inParts().orElse(null));
        }
    }
}
