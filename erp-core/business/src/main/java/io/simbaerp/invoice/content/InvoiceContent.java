package io.simbaerp.invoice.content;

import io.simbaerp.invoice.coding.CodedLine;
import io.simbaerp.invoice.received.InvoiceTotals;
import io.simbaerp.invoice.received.ReceivedInvoice;
import io.simbaerp.invoice.received.VatBreakdown;
import io.simbaerp.invoice.registration.InvoiceDates;
import io.simbaerp.money.ExchangeRate;
import io.simbaerp.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The content of an invoice that an approval binds to, in the order it is shown.
 *
 * @param originalSha256 the hash of the file as received
 * @param kind invoice or credit note
 * @param number BT-1
 * @param supplierId the party it is credited to
 * @param supplierTaxId BT-31 or BT-32, as the invoice states it
 * @param payee BT-59, if somebody else is to be paid
 * @param account BT-84: the account the supplier asks to be paid on
 * @param vatPeriod the month of deduction; nothing until payment under the cash method
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
        @Nullable String account,
        Dates dates,
        String currency,
        @Nullable ExchangeRate ledgerRate,
        @Nullable ExchangeRate vatRate,
        Totals totals,
        List<Vat> vatBreakdown,
        @Nullable String vatPeriod,
        List<Coded> coding) {

    public InvoiceContent {
        vatBreakdown = List.copyOf(vatBreakdown);
        coding = List.copyOf(coding);
    }

    /** The content of an invoice as it is now. */
    public static InvoiceContent of(InvoiceDetails details) {
        ReceivedInvoice invoice = details.invoice();
        InvoiceDates dates = details.dates();
        return new InvoiceContent(
                details.originalSha256(),
                details.creditNote() ? "credit-note" : "purchase-invoice",
                details.number(),
                details.ksefNumber(),
                details.supplierId(),
                details.supplier().taxId(),
                details.supplierName(),
                details.payee(),
                details.account(),
                new Dates(
                        dates.issue(),
                        dates.supplyFrom(),
                        dates.supplyTo(),
                        dates.taxPoint(),
                        dates.received(),
                        dates.due(),
                        details.postingDate(),
                        details.fiscalPeriod()),
                invoice.currency().code(),
                details.ledgerRate(),
                details.vatRate(),
                Totals.of(details),
                invoice.vatBreakdown().stream().map(Vat::of).toList(),
                details.vatPeriod(),
                details.coding().stream().map(Coded::of).toList());
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
            @Nullable String fiscalPeriod) {}

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

    /** A line and where it was coded to. */
    public record Coded(
            String line, String account, @Nullable String costCentre, String taxCode, Money net) {

        private static Coded of(CodedLine line) {
            return new Coded(line.line(), line.account(), line.costCentre(), line.taxCode(), line.net());
        }
    }
}
