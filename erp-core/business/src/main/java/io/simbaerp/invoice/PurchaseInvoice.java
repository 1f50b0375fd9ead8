package io.simbaerp.invoice;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.document.DocumentId;
import io.simbaerp.invoice.coding.CodableLine;
import io.simbaerp.invoice.coding.CodedLine;
import io.simbaerp.invoice.content.ContentRecipe;
import io.simbaerp.invoice.content.InvoiceDetails;
import io.simbaerp.invoice.received.Payee;
import io.simbaerp.invoice.received.PaymentInstructions;
import io.simbaerp.invoice.received.ReceivedInvoice;
import io.simbaerp.invoice.registration.InvoiceDates;
import io.simbaerp.invoice.registration.InvoiceJson;
import io.simbaerp.invoice.registration.InvoiceNumber;
import io.simbaerp.invoice.registration.PostingDay;
import io.simbaerp.invoice.registration.SettledRates;
import io.simbaerp.invoice.registration.SupplierKey;
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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.jspecify.annotations.Nullable;

/** A purchase invoice from receipt to the books. Once posted or rejected it never changes. */
@Entity
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
    private String supplierKey;
    private String supplierName;
    private @Nullable String supplierTaxId;
    private @Nullable UUID supplierId;
    private @Nullable String payeeName;
    private @Nullable String payeeAccount;

    @Embedded
    private InvoiceRows.Dates dates;

    private @Nullable LocalDate postingDate;
    private @Nullable String fiscalPeriod;
    private Instant registeredAt;
    private @Nullable Instant postedAt;
    private @Nullable String vatPeriod;
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
    private @Nullable String rejectionReason;
    private @Nullable String refusedBy;
    private @Nullable Instant refusedAt;

    @Version
    private int version;

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
        List<String> missing = invoice.missing();
        if (!missing.isEmpty()) {
            throw new RuleViolation("invoice.incomplete", String.join(", ", missing));
        }
        this.companyId = companyId;
        this.id = id.value();
        this.documentId = draft.documentId().value();
        this.state = InvoiceState.RECEIVED;
        this.creditNote = invoice.creditNote();
        this.number = Objects.requireNonNull(invoice.number()).strip();
        this.numberKey = InvoiceNumber.normalised(number);
        this.supplierKey = SupplierKey.of(invoice.seller());
        this.supplierName = Objects.requireNonNull(invoice.seller().name());
        this.supplierTaxId = SupplierKey.taxId(invoice.seller()).orElse(null);
        this.payeeName = Optional.ofNullable(invoice.payee()).map(Payee::name).orElse(null);
        this.payeeAccount = account(invoice.payment());
        InvoiceDates facts = InvoiceDates.of(invoice, draft.receivedOn());
        this.dates = InvoiceRows.Dates.of(facts);
        this.vatPeriod = VatPeriod.proposed(facts, invoice.taxPointCode());
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

    /** Asks a person. */
    void ask(Question question, Instant now) {
        questions.add(InvoiceRows.Asked.open(companyId, question, now));
    }

    /** The next question nobody has answered. */
    Optional<Question> nextQuestion() {
        return questions.stream()
                .filter(InvoiceRows.Asked::isOpen)
                .map(InvoiceRows.Asked::kind)
                .sorted()
                .findFirst();
    }

    /** Writes the answer down, also of a question that was answered before or comes up only now. */
    void answer(Question question, String outcome, @Nullable String comment, Actor by, Instant now) {
        requireOpen();
        for (int i = questions.size() - 1; i >= 0; i--) {
            if (questions.get(i).kind() == question) {
                questions.set(i, questions.get(i).answered(outcome, comment, by, now));
                return;
            }
        }
        questions.add(InvoiceRows.Asked.open(companyId, question, now).answered(outcome, comment, by, now));
    }

    void suppliedBy(UUID party) {
        supplierId = party;
    }

    void settle(SettledRates rates) {
        ledgerRate = InvoiceRows.Rate.of(rates.ledger());
        vatRate = InvoiceRows.Rate.of(rates.vat());
    }

    /** Puts the coding down; what was coded before is replaced, who coded it before is remembered. */
    void code(
            List<CodedLine> lines,
            @Nullable String deductionPeriod,
            PostingDay.Day day,
            @Nullable UUID coder,
            Instant now) {
        requireOpen();
        Map<String, CodableLine> codable =
                CodableLine.of(invoice()).stream().collect(Collectors.toMap(CodableLine::key, Function.identity()));
        coding.clear();
        lines.forEach(line ->
                coding.add(InvoiceRows.Coding.of(companyId, line, Objects.requireNonNull(codable.get(line.line())))));
        vatPeriod = deductionPeriod;
        postingDate = day.date();
        fiscalPeriod = day.period().code();
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
        InvoiceDates facts = dates.facts().receivedOn(day);
        boolean proposed = Objects.equals(
                vatPeriod, VatPeriod.proposed(dates.facts(), invoice().taxPointCode()));
        dates = InvoiceRows.Dates.of(facts);
        if (proposed || (vatPeriod != null && !VatPeriod.choices(facts).contains(vatPeriod))) {
            vatPeriod = VatPeriod.proposed(facts, invoice().taxPointCode());
        }
    }

    void refuse(String reason, Actor by, Instant now) {
        requireOpen();
        rejectionReason = reason;
        refusedBy = by.toString();
        refusedAt = now;
    }

    void reject() {
        requireOpen();
        if (rejectionReason == null) {
            throw new RuleViolation("invoice.reason-missing");
        }
        state = InvoiceState.REJECTED;
    }

    void posted(@Nullable UUID entry, Instant now) {
        requireOpen();
        state = InvoiceState.POSTED;
        journalEntryId = entry;
        postedAt = now;
        rejectionReason = null;
        refusedBy = null;
        refusedAt = null;
    }

    /** Everything known about it. */
    InvoiceDetails details(CurrencyCode base) {
        CurrencyCode own = CurrencyCode.of(currency);
        return new InvoiceDetails(
                id,
                documentId,
                state.name(),
                number,
                numberKey,
                supplierKey,
                supplierName,
                supplierTaxId,
                supplierId,
                payeeName,
                payeeAccount,
                dates.facts(),
                postingDate,
                fiscalPeriod,
                vatPeriod,
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
                rejectionReason,
                registeredAt,
                postedAt,
                version);
    }

    PurchaseInvoiceId id() {
        return new PurchaseInvoiceId(id);
    }

    DocumentId documentId() {
        return new DocumentId(documentId);
    }

    InvoiceDates dates() {
        return dates.facts();
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

    private static @Nullable String account(@Nullable PaymentInstructions payment) {
        return payment == null
                ? null
                : payment.creditTransfers().stream()
                        .map(PaymentInstructions.CreditTransfer::account)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }
}
