package io.simbaerp.invoice;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.invoice.AnswerQuestion.PurchaseInvoiceQuestionAnswered;
import io.simbaerp.invoice.content.InvoiceDetails;
import io.simbaerp.invoice.duplicate.DuplicateWatch;
import io.simbaerp.invoice.duplicate.Sample;
import io.simbaerp.invoice.registration.Occasion;
import io.simbaerp.invoice.registration.SupplierChoice;
import io.simbaerp.invoice.registration.SupplierFromInvoice;
import io.simbaerp.invoice.registration.SupplierMatch;
import org.jspecify.annotations.Nullable;

/**
 * Says who the supplier of an invoice is: one of our parties, or a new one that is taken in. Its bank account is only
 * proposed; a second person confirms it before anything is paid.
 */
@UseCase(Duty.CODE_INVOICE)
public class IdentifySupplier {

    private final StoredInvoices invoices;
    private final SupplierFromInvoice supplierFromInvoice;
    private final DuplicateWatch duplicates;
    private final CurrentCompany currentCompany;
    private final Occasion occasion;

    IdentifySupplier(
            StoredInvoices invoices,
            SupplierFromInvoice supplierFromInvoice,
            DuplicateWatch duplicates,
            CurrentCompany currentCompany,
            Occasion occasion) {
        this.invoices = invoices;
        this.supplierFromInvoice = supplierFromInvoice;
        this.duplicates = duplicates;
        this.currentCompany = currentCompany;
        this.occasion = occasion;
    }

    /**
     * Takes the answer.
     *
     * @throws io.simbaerp.architecture.NotFound if there is no such invoice or party
     * @throws io.simbaerp.architecture.RuleViolation invoice.closed, party.name-missing, party.country-unknown,
     *     party.tax-id-taken
     */
    public void identify(PurchaseInvoiceId id, SupplierChoice choice, @Nullable String comment) {
        PurchaseInvoice invoice = invoices.locked(id);
        InvoiceDetails details = details(invoice);
        String outcome = choice.existing() == null ? "create-supplier" : "use-supplier";
        invoice.answer(Question.SUPPLIER, outcome, comment, occasion.actor(), occasion.now());
        SupplierMatch match = supplierFromInvoice.take(details, choice);
        if (details.payee() == null) {
            supplierFromInvoice.propose(details.account(), match.partyId(), details.documentId());
        }
        invoice.suppliedBy(match);
        askAboutDuplicates(invoice, details);
        invoices.flush();
        occasion.tell(new PurchaseInvoiceQuestionAnswered(
                occasion.company(), occasion.actor(), occasion.now(), id, invoice.documentId()));
    }

    /** Under another name the same supplier may have sent it before. */
    private void askAboutDuplicates(PurchaseInvoice invoice, InvoiceDetails before) {
        Sample sample = details(invoice).sample();
        if (!duplicates.isUndecided(before.sample()) && duplicates.reports(sample, invoice.documentId())) {
            invoice.ask(Question.DUPLICATE, occasion.now());
        }
    }

    private InvoiceDetails details(PurchaseInvoice invoice) {
        return invoice.details(currentCompany.get().baseCurrency());
    }
}
