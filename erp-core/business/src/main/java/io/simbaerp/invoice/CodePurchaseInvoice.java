package io.simbaerp.invoice;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.Subject;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.document.DocumentId;
import io.simbaerp.invoice.coding.CodableLine;
import io.simbaerp.invoice.coding.CodedLine;
import io.simbaerp.invoice.coding.Coding;
import io.simbaerp.invoice.coding.Proposal;
import io.simbaerp.invoice.content.ContentRecipe;
import io.simbaerp.invoice.content.InvoiceContent;
import io.simbaerp.invoice.content.InvoiceDetails;
import io.simbaerp.invoice.registration.Occasion;
import io.simbaerp.invoice.registration.PostingDay;
import io.simbaerp.invoice.registration.RateSettlement;
import io.simbaerp.invoice.registration.SettledRates;
import io.simbaerp.invoice.registration.Terms;
import io.simbaerp.invoice.registration.VatPeriod;
import io.simbaerp.invoice.separation.InvoiceApproval;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts accounts, cost centres, other dimensions and VAT codes to the lines of an invoice. Who codes an invoice never approves it. */
@UseCase(Duty.CODE_INVOICE)
public class CodePurchaseInvoice {

    /** Accounts, cost centres and VAT codes were put to the lines of an invoice. */
    public record PurchaseInvoiceCoded(
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

    private final StoredInvoices invoices;
    private final Coding coding;
    private final RateSettlement rateSettlement;
    private final Terms terms;
    private final Occasion occasion;
    private final InvoiceApproval invoiceApproval;

    CodePurchaseInvoice(
            StoredInvoices invoices,
            Coding coding,
            RateSettlement rateSettlement,
            Terms terms,
            Occasion occasion,
            InvoiceApproval invoiceApproval) {
        this.invoices = invoices;
        this.coding = coding;
        this.rateSettlement = rateSettlement;
        this.terms = terms;
        this.occasion = occasion;
        this.invoiceApproval = invoiceApproval;
    }

    /**
     * Codes it. Coding again replaces what was coded before; approvals given for that fall, since the content differs.
     *
     * @param draft nothing if the proposal, or what was coded before, stands
     * @throws Conflict invoice.duplicate-undecided
     * @throws RuleViolation duty.beyond-limit, rate.missing, and of invoice: closed, question-open, line-unknown, line-not-coded,
     *     coding-differs, currency-differs, account-unknown, account-not-usable, account-keeps-parties,
     *     cost-centre-missing, cost-centre-unknown, tax-code-not-valid, tax-code-rate-differs, vat-period-not-offered,
     *     vat-period-reason-missing, posting-date-not-open, no-open-period, deducted-by-claim; and what the books refuse of dimensions and
     *     distribution keys
     */
    public void code(PurchaseInvoiceId id, @Nullable CodingDraft draft) {
        PurchaseInvoice invoice = invoices.locked(id);
        invoice.nextQuestion().ifPresent(question -> {
            throw new RuleViolation("invoice.question-open", question.name());
        });
        settleRates(invoice);
        InvoiceDetails details = details(invoice);
        Proposal proposal = coding.proposed(
                details.invoice(), details.supplierId(), details.dates().taxPoint());
        PostingDay.Day day = terms.postingDay(
                draft == null ? null : draft.postingDate(), details.postingDate(), details.dates(), details.invoice());
        List<CodedLine> lines = checked(details, lines(details, draft, proposal), day);
        terms.requireDeductedOnce(
                details.bill(), lines.stream().map(CodedLine::taxCode).toList());
        invoiceApproval.requireCodingReach(details, lines);
        VatPeriod.Choice deduction = deduction(details, draft);
        invoice.code(lines, deduction, day, occasion.actor().userId().orElse(null), occasion.now());
        InvoiceDetails coded = details(invoice);
        invoice.fingerprint(ContentRecipe.hash(InvoiceContent.of(coded)));
        invoices.write();
        coding.remember(id.value(), lines, proposal, !Objects.equals(coded.vatPeriod(), details.vatPeriod()));
        occasion.tell(new PurchaseInvoiceCoded(
                occasion.company(), occasion.actor(), occasion.now(), id, invoice.documentId()));
    }

    private List<CodedLine> checked(InvoiceDetails details, List<CodedLine> lines, PostingDay.Day day) {
        return coding.checked(
                CodableLine.of(details.invoice()), lines, details.dates().taxPoint(), day.date());
    }

    private VatPeriod.Choice deduction(InvoiceDetails details, @Nullable CodingDraft draft) {
        return terms.vatPeriod(
                chosen(draft),
                new VatPeriod.Choice(details.vatPeriod(), details.vatPeriodReason()),
                details.dates(),
                details.invoice());
    }

    private static VatPeriod.Choice chosen(@Nullable CodingDraft draft) {
        return draft == null
                ? new VatPeriod.Choice(null, null)
                : new VatPeriod.Choice(draft.vatPeriod(), draft.vatPeriodReason());
    }

    /** Once more, since a table may have come in after the invoice; from here on the rates are part of the content. */
    private void settleRates(PurchaseInvoice invoice) {
        InvoiceDetails details = details(invoice);
        SettledRates rates = rateSettlement.settle(details.invoice().currency(), details.dates());
        if (!rates.isMissing()) {
            invoice.settle(rates);
        } else if (details.ledgerRate() == null || details.vatRate() == null) {
            throw new RuleViolation(
                    "rate.missing",
                    details.invoice().currency().code(),
                    details.dates().ledgerRateDay());
        }
    }

    private static List<CodedLine> lines(InvoiceDetails details, @Nullable CodingDraft draft, Proposal proposal) {
        if (draft != null && !draft.lines().isEmpty()) {
            return draft.lines().stream()
                    .map(line -> new CodedLine(
                            line.line(),
                            line.account(),
                            line.costCentre(),
                            line.dimensions(),
                            line.taxCode(),
                            line.net()))
                    .toList();
        }
        return details.coding().isEmpty() ? proposal.lines() : details.coding();
    }

    private InvoiceDetails details(PurchaseInvoice invoice) {
        return invoice.details(occasion.baseCurrency());
    }
}
