package io.simbaerp.invoice;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.document.DocumentId;
import io.simbaerp.invoice.coding.CodedLine;
import io.simbaerp.invoice.content.ContentRecipe;
import io.simbaerp.invoice.content.InvoiceDetails;
import io.simbaerp.invoice.received.ReceivedInvoice;
import io.simbaerp.invoice.registration.InvoiceDates;
import io.simbaerp.invoice.registration.InvoiceJson;
import io.simbaerp.invoice.registration.InvoiceNumber;
import io.simbaerp.invoice.registration.PostingDay;
import io.simbaerp.invoice.registration.SettledRates;
import io.simbaerp.invoice.registration.SupplierMatch;
import io.simbaerp.invoice.registration.VatPeriod;
import io.simbaerp.money.CurrencyCode;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.jspecify.annotations.Nullable;

/** A purchase invoice from receipt to the books. Rejected it never changes; posted, only by being taken back. */
@Entity
@DynamicUpdate
@Table(schema = "invoice", name = "purchase_invoice")
class PurchaseInvoice {

    @Id
    private UUID id;

    @Column(name = "company_id", updatable = false)
    private UUID companyId;

    private UUID documentId;

    @Enumerated(EnumType.STRING)
    private InvoiceState state;

    private boolean creditNote;
    private String number;
    private String numberKey;

    @Embedded
    private InvoiceRows.Supplier supplier;

    @Embedded
    private InvoiceRows.Dates dates;

    @Embedded
    private @Nullable InvoiceBooking booking;

    private Instant registeredAt;
    private @Nullable Instant postedAt;
    private @Nullable String ksefNumber;
    private String currency;

    @Embedded
    @EmbeddedColumnNaming("ledger_%s")
    private InvoiceRows.@Nullable Rate ledgerRate;

    @Embedded
    @EmbeddedColumnNaming("vat_%s")
    private InvoiceRows.@Nullable Rate vatRate;

    @Embedded
    private InvoiceRows.Totals totals;

    @ColumnTransformer(write = "?::jsonb")
    private String received;

    @ColumnTransformer(write = "?::jsonb")
    private String findings;

    private String originalSha256;
    private @Nullable String contentHash;
    private @Nullable Integer contentRecipe;
    private @Nullable UUID journalEntryId;

    @Embedded
    private InvoiceRows.@Nullable Refusal refusal;

    @Version
    private @Nullable Integer version;

    @ElementCollection
    @CollectionTable(
            schema = "invoice",
            name = "vat_breakdown",
            joinColumns = @JoinColumn(name = "purchase_invoice_id"))
    @OrderColumn(name = "position")
    private List<InvoiceRows.Vat> vatBreakdown = new ArrayList<>();

    @ElementCollection
    @CollectionTable(schema = "invoice", name = "coding_line", joinColumns = @JoinColumn(name = "purchase_invoice_id"))
    @OrderColumn(name = "position")
    private List<InvoiceRows.Coding> coding = new ArrayList<>();

    @ElementCollection
    @CollectionTable(schema = "invoice", name = "coder", joinColumns = @JoinColumn(name = "purchase_invoice_id"))
    @OrderColumn(name = "position")
    private List<InvoiceRows.Coder> coders = new ArrayList<>();

    @ElementCollection
    @CollectionTable(schema = "invoice", name = "question", joinColumns = @JoinColumn(name = "purchase_invoice_id"))
    @OrderColumn(name = "position")
    private List<InvoiceRows.Asked> questions = new ArrayList<>();

    @Transient
    private @Nullable ReceivedInvoice parsed;

    @SuppressWarnings("NullAway.Init")
    protected PurchaseInvoice() {}

    PurchaseInvoice(UUID companyId, PurchaseInvoiceId id, PurchaseInvoiceDraft draft, Instant now) {
        ReceivedInvoice invoice = draft.invoice();
        if (!invoice.missing().isEmpty()) {
            throw new RuleViolation("invoice.incomplete", String.join(", ", invoice.missing()));
        }
        this.companyId = companyId;
        this.id = id.value();
        this.documentId = draft.documentId().value();
        this.state = InvoiceState.RECEIVED;
        this.creditNote = invoice.creditNote();
        this.number = Objects.requireNonNull(invoice.number()).strip();
        this.numberKey = InvoiceNumber.normalised(number);
        this.supplier = InvoiceRows.Supplier.of(invoice);
        this.dates = InvoiceRows.Dates.of(InvoiceDates.of(invoice, draft.receivedOn()));
        this.booking =
                InvoiceBooking.of(null, new VatPeriod.Choice(VatPeriod.proposed(dates.facts(invoice), invoice), null));
        this.registeredAt = now;
        this.ksefNumber = draft.ksefNumber();
        this.currency = invoice.currency().code();
        this.totals = InvoiceRows.Totals.of(invoice.totals());
        this.received = InvoiceJson.write(invoice);
        this.parsed = invoice;
        this.findings = InvoiceJson.write(draft.findings());
        this.originalSha256 = draft.sha256();
        invoice.vatBreakdown().forEach(vat -> vatBreakdown.add(InvoiceRows.Vat.of(companyId, vat)));
    }

    void ask(Question question, Instant now) {
        questions.add(InvoiceRows.Asked.open(companyId, question, now));
    }

    Optional<Question> nextQuestion() {
        return InvoiceRows.Asked.next(questions);
    }

    /** Writes the answer down, also of a question that was answered before or comes up only now. */
    void answer(Question question, String outcome, @Nullable String comment, Actor by, Instant now) {
        requireOpen();
        if (questions.stream().noneMatch(asked -> asked.waitsFor(question))) {
            ask(question, now);
        }
        questions.replaceAll(asked -> asked.waitsFor(question) ? asked.answered(outcome, comment, by, now) : asked);
    }

    void suppliedBy(SupplierMatch match) {
        supplier = supplier.matched(match);
    }

    void paidTo(UUID payee) {
        supplier = supplier.paidTo(payee);
    }

    void settle(SettledRates rates) {
        ledgerRate = InvoiceRows.Rate.of(rates.ledger());
        vatRate = InvoiceRows.Rate.of(rates.vat());
    }

    /** Puts the coding down; what was coded before is replaced, who coded it before is remembered. */
    void code(
            List<CodedLine> lines, VatPeriod.Choice deduction, PostingDay.Day day, @Nullable UUID coder, Instant now) {
        requireOpen();
        coding.clear();
        coding.addAll(InvoiceRows.Coding.all(companyId, invoice(), lines));
        booking = InvoiceBooking.of(day, deduction);
        if (coder != null) {
            coders.add(new InvoiceRows.Coder(companyId, coder, now));
        }
        state = InvoiceState.CODED;
    }

    void fingerprint(String hash) {
        contentHash = hash;
        contentRecipe = ContentRecipe.VERSION;
    }

    void receivedOn(LocalDate day) {
        requireOpen();
        booking = InvoiceBooking.orNone(booking).receivedOn(day, dates.facts(invoice()), invoice());
        dates = InvoiceRows.Dates.of(dates.facts(invoice()).receivedOn(day));
    }

    void refuse(String reason, Actor by, Instant now) {
        requireOpen();
        refusal = new InvoiceRows.Refusal(reason, by.toString(), now);
    }

    void reject() {
        requireOpen();
        if (refusal == null) {
            throw new RuleViolation("invoice.reason-missing");
        }
        state = InvoiceState.REJECTED;
    }

    void posted(@Nullable UUID entry, Instant now) {
        requireOpen();
        state = InvoiceState.POSTED;
        journalEntryId = entry;
        postedAt = now;
        refusal = null;
    }

    /** Its entry was taken back: it is to be coded again, beginning with what was coded before. */
    void takenBack() {
        state = InvoiceState.RECEIVED;
        journalEntryId = null;
        postedAt = null;
    }

    InvoiceDetails details(CurrencyCode base) {
        CurrencyCode own = CurrencyCode.of(currency);
        InvoiceBooking booked = InvoiceBooking.orNone(booking);
        return new InvoiceDetails(
                id,
                documentId,
                state.name(),
                number,
                numberKey,
                supplier.view(),
                dates.facts(invoice()),
                booked.postingDate(),
                booked.fiscalPeriod(),
                booked.vatPeriod(),
                booked.vatPeriodReason(),
                ksefNumber,
                ledgerRate == null ? null : ledgerRate.view(own, base),
                vatRate == null ? null : vatRate.view(own, base),
                invoice(),
                InvoiceJson.findings(findings),
                originalSha256,
                coding.stream().map(line -> line.view(own)).toList(),
                coders.stream().map(InvoiceRows.Coder::person).collect(Collectors.toSet()),
                contentHash,
                journalEntryId,
                refusal == null ? null : refusal.rejectionReason(),
                registeredAt,
                postedAt,
                version == null ? 0 : version);
    }

    DocumentId documentId() {
        return new DocumentId(documentId);
    }

    InvoiceDates dates() {
        return dates.facts(invoice());
    }

    InvoiceState state() {
        return state;
    }

    ReceivedInvoice invoice() {
        if (parsed == null) {
            parsed = InvoiceJson.invoice(received);
        }
        return parsed;
    }

    private void requireOpen() {
        if (state == InvoiceState.POSTED || state == InvoiceState.REJECTED) {
            throw new RuleViolation("invoice.closed", number, state.name());
        }
    }
}
