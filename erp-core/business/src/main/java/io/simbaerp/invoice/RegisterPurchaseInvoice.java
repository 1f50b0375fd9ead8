package io.simbaerp.invoice;

import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.invoice.content.InvoiceDetails;
import io.simbaerp.invoice.duplicate.DuplicateWatch;
import io.simbaerp.invoice.received.Payee;
import io.simbaerp.invoice.registration.Counterparties;
import io.simbaerp.invoice.registration.Occasion;
import io.simbaerp.invoice.registration.Originals;
import io.simbaerp.invoice.registration.Payees;
import io.simbaerp.invoice.registration.RateSettlement;
import io.simbaerp.invoice.registration.SettledRates;
import io.simbaerp.invoice.registration.SupplierMatch;
import io.simbaerp.money.CurrencyCode;
import java.time.Instant;
import java.util.Optional;

/**
 * Takes a received invoice in: settles its dates, its VAT period and its rates, finds the supplier and asks the questions
 * a person has to answer. Nothing of it is in the books yet.
 */
@UseCase(Duty.RECEIVE_DOCUMENT)
public class RegisterPurchaseInvoice {

    private final StoredInvoices invoices;
    private final Counterparties counterparties;
    private final DuplicateWatch duplicates;
    private final RateSettlement rateSettlement;
    private final Originals originals;
    private final Occasion occasion;

    RegisterPurchaseInvoice(
            StoredInvoices invoices,
            Counterparties counterparties,
            DuplicateWatch duplicates,
            RateSettlement rateSettlement,
            Originals originals,
            Occasion occasion) {
        this.invoices = invoices;
        this.counterparties = counterparties;
        this.duplicates = duplicates;
        this.rateSettlement = rateSettlement;
        this.originals = originals;
        this.occasion = occasion;
    }

    /**
     * Registers it.
     *
     * @throws io.simbaerp.architecture.RuleViolation invoice.incomplete
     * @throws Conflict invoice.registered-already
     */
    public PurchaseInvoiceId register(PurchaseInvoiceDraft draft) {
        if (invoices.existsByDocumentId(draft.documentId().value())) {
            throw new Conflict("invoice.registered-already");
        }
        Instant now = occasion.now();
        PurchaseInvoiceId id = new PurchaseInvoiceId(occasion.newId());
        PurchaseInvoice invoice = new PurchaseInvoice(occasion.company().value(), id, draft, now);
        CurrencyCode base = occasion.baseCurrency();
        InvoiceDetails details = invoice.details(base);
        duplicates.waitForOthers(details.sample());
        if (!counterparties.isOurs(draft.invoice().buyer())) {
            invoice.ask(Question.BUYER, now);
        }
        Optional<SupplierMatch> supplier = counterparties.supplier(draft.invoice(), details.account());
        supplier.ifPresentOrElse(invoice::suppliedBy, () -> invoice.ask(Question.SUPPLIER, now));
        Payees.other(draft.invoice()).ifPresent(payee -> settlePayee(invoice, payee, now));
        if (duplicates.reports(invoice.details(base).sample(), draft.documentId())) {
            invoice.ask(Question.DUPLICATE, now);
        }
        SettledRates rates = rateSettlement.settle(draft.invoice().currency(), details.dates());
        invoice.settle(rates);
        if (rates.isMissing()) {
            invoice.ask(Question.RATE, now);
        }
        invoices.saveAndFlush(invoice);
        originals.keep(id.value(), draft.invoice());
        occasion.tell(new PurchaseInvoiceReceived(occasion.company(), occasion.actor(), now, id, draft.documentId()));
        return id;
    }

    private void settlePayee(PurchaseInvoice invoice, Payee payee, Instant now) {
        counterparties.payee(payee).ifPresentOrElse(invoice::paidTo, () -> invoice.ask(Question.PAYEE, now));
    }
}
