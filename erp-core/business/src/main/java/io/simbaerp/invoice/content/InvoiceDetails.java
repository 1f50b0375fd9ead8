package io.simbaerp.invoice.content;

import io.simbaerp.document.Finding;
import io.simbaerp.invoice.RegisteredInvoices;
import io.simbaerp.invoice.coding.CodedLine;
import io.simbaerp.invoice.duplicate.Sample;
import io.simbaerp.invoice.received.ReceivedInvoice;
import io.simbaerp.invoice.registration.DeductedOnce;
import io.simbaerp.invoice.registration.InvoiceDates;
import io.simbaerp.invoice.registration.SupplierMatch;
import io.simbaerp.money.ExchangeRate;
import io.simbaerp.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything known about a purchase invoice.
 *
 * @param invoice what the supplier's file states
 * @param fiscalPeriod the period of the books, named explicitly
 * @param vatPeriod the month of deduction; nothing until payment under the cash method
 * @param vatPeriodReason why another month than the proposed one was chosen
 * @param coders who coded it; none of them may approve it
 * @param contentHash what was hashed when it was coded last; of what is posted, what was approved
 */
public record InvoiceDetails(
        UUID id,
        UUID documentId,
        String state,
        String number,
        String numberKey,
        Supplier supplier,
        InvoiceDates dates,
        @Nullable LocalDate postingDate,
        @Nullable String fiscalPeriod,
        @Nullable String vatPeriod,
        @Nullable String vatPeriodReason,
        @Nullable String ksefNumber,
        @Nullable ExchangeRate ledgerRate,
        @Nullable ExchangeRate vatRate,
        ReceivedInvoice invoice,
        List<Finding> findings,
        String originalSha256,
        List<CodedLine> coding,
        Set<UUID> coders,
        @Nullable String contentHash,
        @Nullable UUID journalEntryId,
        @Nullable String rejectionReason,
        Instant registeredAt,
        @Nullable Instant postedAt,
        int version) {

    public InvoiceDetails {
        findings = List.copyOf(findings);
        coding = List.copyOf(coding);
        coders = Set.copyOf(coders);
    }

    /**
     * Who claims the money, as the invoice states it.
     *
     * @param key by what suppliers are told apart
     * @param partyId the party it was matched with
     * @param matchedBy how that is known
     * @param payee BT-59, if somebody else is to be paid
     * @param account BT-84: where the money is wanted
     * @param payeeId the party the payee was matched with; nothing if the supplier is to be paid
     */
    public record Supplier(
            String key,
            String name,
            @Nullable String taxId,
            @Nullable UUID partyId,
            SupplierMatch.@Nullable How matchedBy,
            @Nullable String payee,
            @Nullable String account,
            @Nullable UUID payeeId) {}

    public String supplierName() {
        return supplier.name();
    }

    public @Nullable UUID supplierId() {
        return supplier.partyId();
    }

    public @Nullable String payee() {
        return supplier.payee();
    }

    /** The party the amount due belongs to: the payee, else the supplier. */
    public @Nullable UUID payeeId() {
        return supplier.payeeId() != null ? supplier.payeeId() : supplier.partyId();
    }

    public @Nullable String account() {
        return supplier.account();
    }

    /** As expense claims know it. */
    public DeductedOnce.Bill bill() {
        return new DeductedOnce.Bill(
                supplierId(),
                new RegisteredInvoices.Key(supplier.key(), numberKey),
                number,
                dates.taxPoint(),
                creditNote());
    }

    /** The VAT codes its lines are coded by. */
    public List<String> taxCodes() {
        return coding.stream().map(CodedLine::taxCode).toList();
    }

    public boolean creditNote() {
        return invoice.creditNote();
    }

    /**
     * The same with some lines alone, each part of one where it goes as a line of its own.
     *
     * @param units as {@link CodedLine#unit} names them
     */
    public InvoiceDetails ofLines(Collection<String> units) {
        return new InvoiceDetails(
                id,
                documentId,
                state,
                number,
                numberKey,
                supplier,
                dates,
                postingDate,
                fiscalPeriod,
                vatPeriod,
                vatPeriodReason,
                ksefNumber,
                ledgerRate,
                vatRate,
                invoice,
                findings,
                originalSha256,
                codingOf(units),
                coders,
                contentHash,
                journalEntryId,
                rejectionReason,
                registeredAt,
                postedAt,
                version);
    }

    private List<CodedLine> codingOf(Collection<String> units) {
        return coding.stream()
                .flatMap(CodedLine::apart)
                .filter(line -> units.contains(line.unit()))
                .toList();
    }

    /** What its lines come to as they are coded; without its sign. */
    public Money ofCoding() {
        return coding.stream().map(CodedLine::net).reduce(Money.zero(invoice.currency()), Money::plus);
    }

    /** BT-112. */
    public Money gross() {
        return Objects.requireNonNull(invoice.totals().withVat());
    }

    /** BT-109. */
    public Money net() {
        return Objects.requireNonNull(invoice.totals().withoutVat());
    }

    /** BT-115. */
    public Money due() {
        return Objects.requireNonNull(invoice.totals().due());
    }

    /** A credit note takes away what an invoice would add. */
    public Money signed(Money amount) {
        return creditNote() ? amount.negated() : amount;
    }

    /** What duplicates are told by. */
    public Sample sample() {
        return new Sample(
                id,
                registeredAt,
                supplierId(),
                supplier.key(),
                numberKey,
                creditNote(),
                dates.issue(),
                gross(),
                ksefNumber);
    }
}
