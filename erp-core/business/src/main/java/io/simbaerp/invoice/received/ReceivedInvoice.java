package io.simbaerp.invoice.received;

import io.simbaerp.invoice.received.polish.PolishTerms;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An invoice or credit note exactly as the supplier's file states it, in the terms of EN 16931.
 *
 * @param creditNote whether it gives money back: by its root element or by its type code (BT-3)
 * @param number BT-1: the supplier's number
 * @param issueDate BT-2
 * @param typeCode BT-3: UNTDID 1001, such as 380 invoice, 381 credit note, 384 corrected invoice
 * @param currency BT-5: of all amounts; {@link #NO_CURRENCY} when the file states none that exists
 * @param vatCurrency BT-6: the currency VAT is accounted in, if another
 * @param taxPointDate BT-7: when VAT becomes due
 * @param taxPointCode BT-8: by what that day is determined (3 issue, 35 delivery, 432 payment)
 * @param dueDate BT-9
 * @param references BT-10 to BT-19
 * @param paymentTerms BT-20
 * @param notes BG-1
 * @param businessProcess BT-23 of BG-2
 * @param specification BT-24 of BG-2: the standard and profile the file claims to follow
 * @param precedingInvoices BG-3
 * @param seller BG-4
 * @param buyer BG-7
 * @param payee BG-10
 * @param taxRepresentative BG-11
 * @param delivery BG-13
 * @param period BG-14
 * @param payment BG-16
 * @param allowances BG-20
 * @param charges BG-21
 * @param totals BG-22
 * @param vatBreakdown BG-23
 * @param supportingDocuments BG-24
 * @param lines BG-25
 * @param polish what a Polish structured invoice states besides; {@code null} for every other format
 */
public record ReceivedInvoice(
        boolean creditNote,
        @Nullable String number,
        @Nullable LocalDate issueDate,
        @Nullable String typeCode,
        CurrencyCode currency,
        @Nullable CurrencyCode vatCurrency,
        @Nullable LocalDate taxPointDate,
        @Nullable String taxPointCode,
        @Nullable LocalDate dueDate,
        InvoiceReferences references,
        @Nullable String paymentTerms,
        List<InvoiceNote> notes,
        @Nullable String businessProcess,
        @Nullable String specification,
        List<PrecedingInvoice> precedingInvoices,
        Seller seller,
        Buyer buyer,
        @Nullable Payee payee,
        @Nullable TaxRepresentative taxRepresentative,
        @Nullable Delivery delivery,
        @Nullable InvoicingPeriod period,
        @Nullable PaymentInstructions payment,
        List<AllowanceOrCharge> allowances,
        List<AllowanceOrCharge> charges,
        InvoiceTotals totals,
        List<VatBreakdown> vatBreakdown,
        List<SupportingDocument> supportingDocuments,
        List<InvoiceLine> lines,
        @Nullable PolishTerms polish) {

    /** ISO 4217's code for "no currency": what the amounts carry when the file states no currency. */
    public static final CurrencyCode NO_CURRENCY = CurrencyCode.of("XXX");

    private static final String CORRECTED = "384";
    private static final String SELF_BILLED = "389";

    public ReceivedInvoice {
        notes = List.copyOf(notes);
        precedingInvoices = List.copyOf(precedingInvoices);
        allowances = List.copyOf(allowances);
        charges = List.copyOf(charges);
        vatBreakdown = List.copyOf(vatBreakdown);
        supportingDocuments = List.copyOf(supportingDocuments);
        lines = List.copyOf(lines);
    }

    /** Whether the buyer issued it for the seller (389, P_17). */
    public boolean selfBilled() {
        return SELF_BILLED.equals(typeCode)
                || polish != null && polish.annotations().selfBilling();
    }

    /** Whether its amounts are differences to earlier invoices and may be negative or zero (384, KOR). */
    public boolean corrects() {
        return polish != null ? polish.kind().corrects() : CORRECTED.equals(typeCode);
    }

    /** Whether it must be paid by split payment (P_18A). */
    public boolean splitPayment() {
        return polish != null && polish.annotations().splitPayment();
    }

    /** Whether its VAT may be deducted only when it is paid (P_16). */
    public boolean cashMethod() {
        return polish != null && polish.annotations().cashMethod();
    }

    /** The positions of the invoice: its lines, a line before a correction and the line after it as one. */
    public List<LineChange> positions() {
        return LineChange.of(lines);
    }

    /**
     * Whether it states its sums and nothing they are made of, as the profile MINIMUM does. That profile knows no BT-113
     * either: what is due below the total was prepaid.
     */
    public boolean statesSumsAlone() {
        return polish == null && lines.isEmpty() && vatBreakdown.isEmpty();
    }

    /** The VAT breakdown; where sums are all there is, they as one row, which names no category and no rate. */
    public List<VatBreakdown> vatRows() {
        Money net = totals.withoutVat();
        Money gross = totals.withVat();
        if (!statesSumsAlone() || net == null || gross == null || (net.isZero() && gross.isZero())) {
            return vatBreakdown;
        }
        return List.of(new VatBreakdown(net, gross.minus(net), null, null, null, null));
    }

    /**
     * BT-113, also where the profile has no place to say it. What is due beyond the total is no prepayment: it stays a
     * difference that has to be explained.
     */
    public @Nullable Money prepaid() {
        Money gross = totals.withVat();
        Money due = totals.due();
        if (!statesSumsAlone() || totals.prepaid() != null || gross == null || due == null || gross.isNegative()) {
            return totals.prepaid();
        }
        Money before = gross.minus(due);
        Money prepaid = totals.rounding() == null ? before : before.plus(totals.rounding());
        return prepaid.isZero() || prepaid.isNegative() ? null : prepaid;
    }

    /**
     * The terms without which nobody can put the invoice into the books and which the file does not state, such as
     * BT-1; empty for every invoice that can be registered. When it is empty, number, issue date, the totals BT-109,
     * BT-112 and BT-115, the amounts of the VAT breakdown and those of the lines are all there.
     */
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        require(missing, "BT-1", number);
        require(missing, "BT-2", issueDate);
        require(missing, "BT-5", currency.equals(NO_CURRENCY) ? null : currency);
        require(missing, "BT-27", seller.name());
        require(missing, "BT-109", totals.withoutVat());
        require(missing, "BT-112", totals.withVat());
        require(missing, "BT-115", totals.due());
        vatBreakdown.forEach(vat -> {
            require(missing, "BT-116", vat.taxable());
            require(missing, "BT-117", vat.tax());
            require(missing, "BT-118", vat.category());
        });
        lines.forEach(line -> require(missing, "BT-131", line.net()));
        allowances.forEach(allowance -> require(missing, "BT-92", allowance.amount()));
        charges.forEach(charge -> require(missing, "BT-99", charge.amount()));
        return missing.stream().distinct().toList();
    }

    private static void require(List<String> missing, String term, @Nullable Object value) {
        if (value == null) {
            missing.add(term);
        }
    }
}
