package io.simbaerp.invoice.content;

import io.simbaerp.invoice.coding.CodedLine;
import io.simbaerp.invoice.received.InvoiceTotals;
import io.simbaerp.invoice.received.PrecedingInvoice;
import io.simbaerp.invoice.received.ReceivedInvoice;
import io.simbaerp.invoice.received.VatBreakdown;
import io.simbaerp.invoice.registration.InvoiceDates;
import io.simbaerp.money.ExchangeRate;
import io.simbaerp.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The content of an invoice that an approval binds to, in the order it is shown.
 *
 * @param originalSha256 the hash of the file as received
 * @param kind invoice, credit note, correction or advance: what it does to what we owe
 * @param number BT-1
 * @param supplierId the party it is credited to
 * @param supplierTaxId BT-31 or BT-32, as the invoice states it
 * @param payee BT-59, if somebody else is to be paid
 * @param payeeId the party the amount due belongs to
 * @param account BT-84: the account the supplier asks to be paid on
 * @param marks what the invoice is marked with and the books heed: split-payment, cash-method, self-billed
 * @param originals the invoices it corrects and the advances it settles, by number
 * @param vatPeriod the month of deduction; nothing until payment under the cash method
 * @param vatPeriodReason why another month than the proposed one
 * @param totals BT-106 to BT-115, by term
 */
public record InvoiceContent(
        String originalSha256,
        String kind,
        String number,
        @Nullable String ksefNumber,
        @Nullable UUID supplierId,
        @Nullable String supplierTaxId,
        String supplierName,
        @Nullable String payee,
        @Nullable UUID payeeId,
        @Nullable String account,
        List<String> marks,
        List<String> originals,
        Dates dates,
        String currency,
        @Nullable ExchangeRate ledgerRate,
        @Nullable ExchangeRate vatRate,
        Totals totals,
        List<Vat> vatBreakdown,
        @Nullable String vatPeriod,
        @Nullable String vatPeriodReason,
        List<Coded> coding) {

    public InvoiceContent {
        marks = List.copyOf(marks);
        originals = List.copyOf(originals);
        vatBreakdown = List.copyOf(vatBreakdown);
        coding = List.copyOf(coding);
    }

    /** The content of an invoice as it is now. */
    public static InvoiceContent of(InvoiceDetails details) {
        ReceivedInvoice invoice = details.invoice();
        return new InvoiceContent(
                details.originalSha256(),
                kind(invoice),
                details.number(),
                details.ksefNumber(),
                details.supplierId(),
                details.supplier().taxId(),
                details.supplierName(),
                details.payee(),
                details.payeeId(),
                details.account(),
                marks(invoice),
                originals(invoice),
                Dates.of(details),
                invoice.currency().code(),
                details.ledgerRate(),
                details.vatRate(),
                Totals.of(details),
                invoice.vatBreakdown().stream().map(Vat::of).toList(),
                details.vatPeriod(),
                details.vatPeriodReason(),
                details.coding().stream().map(Coded::of).toList());
    }

    private static String kind(ReceivedInvoice invoice) {
        if (invoice.creditNote()) {
            return "credit-note";
        }
        return invoice.corrects() ? "correction" : "purchase-invoice";
    }

    private static List<String> marks(ReceivedInvoice invoice) {
        List<String> marks = new ArrayList<>();
        if (invoice.splitPayment()) {
            marks.add("split-payment");
        }
        if (invoice.cashMethod()) {
            marks.add("cash-method");
        }
        if (invoice.selfBilled()) {
            marks.add("self-billed");
        }
        return marks;
    }

    private static List<String> originals(ReceivedInvoice invoice) {
        Stream<String> corrected = invoice.precedingInvoices().stream().map(PrecedingInvoice::number);
        Stream<String> settled = invoice.polish() == null
                ? Stream.empty()
                : invoice.polish().settledAdvances().stream()
                        .map(advance -> advance.number() != null ? advance.number() : advance.ksefNumber())
                        .filter(Objects::nonNull);
        return Stream.concat(corrected, settled).toList();
    }

    /**
     * All the dates, kept apart.
     *
     * @param issue BT-2
     * @param supplyFrom BT-73
     * @param supplyTo BT-72 or BT-74
     * @param taxPoint BT-7, else the supply date, else the issue date
     * @param received the day it reached us
     * @param due BT-9
     * @param posting the day it is to stand in the books under
     * @param fiscalPeriod the period of the books, by name
     */
    public record Dates(
            LocalDate issue,
            @Nullable LocalDate supplyFrom,
            @Nullable LocalDate supplyTo,
            LocalDate taxPoint,
            LocalDate received,
            @Nullable LocalDate due,
            @Nullable LocalDate posting,
            @Nullable String fiscalPeriod) {

        private static Dates of(InvoiceDetails details) {
            InvoiceDates dates = details.dates();
            return new Dates(
                    dates.issue(),
                    dates.supplyFrom(),
                    dates.supplyTo(),
                    dates.taxPoint(),
                    dates.received(),
                    dates.due(),
                    details.postingDate(),
                    details.fiscalPeriod());
        }
    }

    /** BT-106 to BT-115. */
    public record Totals(
            @Nullable Money lines,
            @Nullable Money allowances,
            @Nullable Money charges,
            Money withoutVat,
            @Nullable Money vat,
            @Nullable Money vatInAccountingCurrency,
            Money withVat,
            @Nullable Money prepaid,
            @Nullable Money rounding,
            Money due) {

        private static Totals of(InvoiceDetails details) {
            InvoiceTotals totals = details.invoice().totals();
            return new Totals(
                    totals.lines(),
                    totals.allowances(),
                    totals.charges(),
                    details.net(),
                    totals.vat(),
                    totals.vatInAccountingCurrency(),
                    details.gross(),
                    totals.prepaid(),
                    totals.rounding(),
                    details.due());
        }
    }

    /** A row of the VAT breakdown: BT-118, BT-119, BT-116, BT-117. */
    public record Vat(String category, @Nullable BigDecimal rate, Money taxable, Money tax) {

        private static Vat of(VatBreakdown vat) {
            return new Vat(
                    Objects.requireNonNull(vat.category()),
                    vat.rate(),
                    Objects.requireNonNull(vat.taxable()),
                    Objects.requireNonNull(vat.tax()));
        }
    }

    /**
     * A line and where it was coded to.
     *
     * @param dimensions numbers of values, or distribution keys, by the codes of their axes
     * @param shares what distribution keys made of it
     */
    public record Coded(
            String line,
            String account,
            @Nullable String costCentre,
            Map<String, String> dimensions,
            String taxCode,
            Money net,
            List<CodedLine.Share> shares) {

        private static Coded of(CodedLine line) {
            return new Coded(
                    line.line(),
                    line.account(),
                    line.costCentre(),
                    line.dimensions(),
                    line.taxCode(),
                    line.net(),
                    line.shares());
        }
    }
}
