package io.simbaerp.invoice;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.Subject;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.document.DocumentId;
import io.simbaerp.invoice.content.InvoiceDetails;
import io.simbaerp.invoice.duplicate.DuplicateWatch;
import io.simbaerp.invoice.registration.Occasion;
import io.simbaerp.invoice.registration.Payees;
import io.simbaerp.invoice.registration.RateSettlement;
import io.simbaerp.invoice.registration.SettledRates;
import io.simbaerp.invoice.registration.SupplierChoice;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers a question about an invoice, and does what follows from the answer. */
@UseCase(Duty.CODE_INVOICE)
public class AnswerQuestion {

    /** A person answered a question about an invoice. */
    public record PurchaseInvoiceQuestionAnswered(
            CompanyId company, Actor actor, Instant at, PurchaseInvoiceId invoiceId, DocumentId documentId)
            implements BusinessEvent {

        @Override
        public Subject subject() {
            return new Subject("purchase-invoice", invoiceId.value());
        }

        @Override
        public List<Subject> concerns() {
            return List.of(new Subject("document", documentId.value()));
        }
    }

    /** The outcomes that speak for themselves: without a comment they stand for the reason of a rejection. */
    public static final Set<String> OBVIOUS = Set.of("not-ours", "duplicate");

    private final StoredInvoices invoices;
    private final IdentifySupplier identifySupplier;
    private final RateSettlement rateSettlement;
    private final Payees payees;
    private final DuplicateWatch duplicates;
    private final Occasion occasion;

    AnswerQuestion(
            StoredInvoices invoices,
            IdentifySupplier identifySupplier,
            RateSettlement rateSettlement,
            Payees payees,
            DuplicateWatch duplicates,
            Occasion occasion) {
        this.invoices = invoices;
        this.identifySupplier = identifySupplier;
        this.rateSettlement = rateSettlement;
        this.payees = payees;
        this.duplicates = duplicates;
        this.occasion = occasion;
    }

    /**
     * Answers it.
     *
     * @param outcome as the task offers it: {@code ours} or {@code not-ours}, {@code create-supplier} or {@code reject},
     *     {@code create-payee}, {@code pay-supplier} or {@code reject}, {@code not-a-duplicate} or {@code duplicate},
     *     {@code rate-added} or {@code reject}
     * @param comment why; part of the reason when the outcome is a rejection
     * @throws RuleViolation rate.missing, invoice.outcome-unknown, invoice.reason-missing, invoice.closed
     */
    public void answer(PurchaseInvoiceId id, Question question, String outcome, @Nullable String comment) {
        if (question == Question.SUPPLIER && outcome.equals("create-supplier")) {
            identifySupplier.identify(id, SupplierChoice.AS_STATED, comment);
            return;
        }
        PurchaseInvoice invoice = invoices.locked(id);
        InvoiceDetails details = invoice.details(occasion.baseCurrency());
        invoice.answer(question, outcome, comment, occasion.actor(), occasion.now());
        switch (question.name() + " " + outcome) {
            case "BUYER ours" -> {}
            case "DUPLICATE not-a-duplicate" -> duplicates.tellApart(details.sample());
            case "PAYEE create-payee" -> invoice.paidTo(payees.create(details));
            case "PAYEE pay-supplier" -> {}
            case "RATE rate-added" -> settleRates(invoice, details);
            case "BUYER not-ours", "DUPLICATE duplicate", "SUPPLIER reject", "PAYEE reject", "RATE reject" ->
                refuse(invoice, outcome, comment);
            default -> throw new RuleViolation("invoice.outcome-unknown", question.name(), outcome);
        }
        invoices.flush();
        occasion.tell(new PurchaseInvoiceQuestionAnswered(
                occasion.company(), occasion.actor(), occasion.now(), id, invoice.documentId()));
    }

    /** The rate is taken from the books of rates, never from whoever answers. */
    private void settleRates(PurchaseInvoice invoice, InvoiceDetails details) {
        SettledRates rates = rateSettlement.settle(details.invoice().currency(), details.dates());
        if (rates.isMissing()) {
            throw new RuleViolation(
                    "rate.missing",
                    details.invoice().currency().code(),
                    rates.ledger() == null
                            ? details.dates().ledgerRateDay()
                            : details.dates().vatRateDay());
        }
        invoice.settle(rates);
    }

    /** What speaks for itself needs no comment; everything else does. */
    private void refuse(PurchaseInvoice invoice, String outcome, @Nullable String comment) {
        String said = comment == null ? "" : comment.strip();
        if (said.isEmpty() && !OBVIOUS.contains(outcome)) {
            throw RuleViolation.ofField("comment", "invoice.reason-missing");
        }
        invoice.refuse(said.isEmpty() ? outcome : said, occasion.actor(), occasion.now());
    }
}
