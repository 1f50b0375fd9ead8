package io.simbaerp.invoice.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.simbaerp.invoice.content.ContentRecipe;
import io.simbaerp.invoice.content.InvoiceContent;
import io.simbaerp.invoice.content.InvoiceDetails;
import io.simbaerp.invoice.received.PrecedingInvoice;
import io.simbaerp.invoice.received.polish.PolishTerms;
import io.simbaerp.invoice.registration.InvoiceDates;
import io.simbaerp.invoice.registration.SupplierMatch;
import io.simbaerp.money.ExchangeRate;
import io.simbaerp.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A purchase invoice as REST shows it. Amounts have the document's signs; the terms of EN 16931 stand in brackets.
 *
 * @param precedingInvoices the invoices it corrects or refers to (BG-3)
 * @param polish what a structured invoice of KSeF states besides
 * @param rates the ledger's and the VAT rate, each with table and date; null in the company's own currency
 * @param contentHash what an approval of the invoice as it is now binds to, by the recipe of that number
 */
record InvoiceJson(
        UUID id,
        UUID documentId,
        String state,
        boolean creditNote,
        String number,
        @Nullable String ksefNumber,
        Supplier supplier,
        @JsonUnwrapped Dates dates,
        String currency,
        @Nullable Rates rates,
        InvoiceContent.Totals totals,
        List<InvoiceContent.Vat> vatBreakdown,
        List<Line> lines,
        List<PrecedingInvoice> precedingInvoices,
        @Nullable PolishTerms polish,
        List<InvoiceContent.Coded> coding,
        String contentHash,
        int contentRecipe,
        @JsonUnwrapped Progress progress,
        int version) {

    /**
     * All the dates of the invoice, each under its own name beside the other fields.
     *
     * @param taxPoint (BT-7), else the supply date, else the issue date
     * @param vatPeriodReason why another month than the proposed one
     * @param vatPeriod the month of deduction; null until payment under the cash method
     */
    record Dates(
            LocalDate issueDate,
            @Nullable LocalDate supplyFrom,
            @Nullable LocalDate supplyTo,
            LocalDate taxPoint,
            LocalDate receivedOn,
            @Nullable LocalDate dueDate,
            @Nullable LocalDate postingDate,
            @Nullable String fiscalPeriod,
            @Nullable String vatPeriod,
            @Nullable String vatPeriodReason) {

        static Dates of(InvoiceDetails details) {
            InvoiceDates dates = details.dates();
            return new Dates(
                    dates.issue(),
                    dates.supplyFrom(),
                    dates.supplyTo(),
                    dates.taxPoint(),
                    dates.received(),
                    dates.due(),
                    details.postingDate(),
                    details.fiscalPeriod(),
                    details.vatPeriod(),
                    details.vatPeriodReason());
        }
    }

    /** How far it has come. */
    record Progress(
            @Nullable UUID journalEntryId,
            @Nullable String rejectionReason,
            Instant registeredAt,
            @Nullable Instant postedAt) {}

    /**
     * Who supplied, and the party it was matched with.
     *
     * @param payee BT-59, if somebody else is to be paid
     * @param payeeId the party the amount due belongs to
     */
    record Supplier(
            @Nullable UUID partyId,
            String name,
            @Nullable String taxId,
            SupplierMatch.@Nullable How matchedBy,
            @Nullable String payee,
            @Nullable UUID payeeId) {

        static Supplier of(InvoiceDetails details) {
            return new Supplier(
                    details.supplierId(),
                    details.supplierName(),
                    details.supplier().taxId(),
                    details.supplier().matchedBy(),
                    details.payee(),
                    details.payeeId());
        }
    }

    /** Both rates. */
    record Rates(@Nullable Rate ledger, @Nullable Rate vat) {}

    /** A rate with its table. */
    record Rate(String rate, LocalDate date, String table, String source) {}

    /**
     * A line, an allowance or a charge; coding refers to it by its key.
     *
     * @param before whether it is the state before a correction: its net is taken away again
     */
    record Line(
            String line,
            boolean before,
            String name,
            @Nullable BigDecimal quantity,
            @Nullable String unit,
            @Nullable String vatCategory,
            @Nullable BigDecimal vatRate,
            Money net) {}

    static InvoiceJson of(InvoiceDetails details) {
        InvoiceContent content = InvoiceContent.of(details);
        return new InvoiceJson(
                details.id(),
                details.documentId(),
                details.state(),
                details.creditNote(),
                details.number(),
                details.ksefNumber(),
                Supplier.of(details),
                Dates.of(details),
                details.invoice().currency().code(),
                rates(details),
                content.totals(),
                content.vatBreakdown(),
                lines(details),
                details.invoice().precedingInvoices(),
                details.invoice().polish(),
                content.coding(),
                ContentRecipe.hash(content),
                ContentRecipe.VERSION,
                new Progress(
                        details.journalEntryId(),
                        details.rejectionReason(),
                        details.registeredAt(),
                        details.postedAt()),
                details.version());
    }

    private static List<Line> lines(InvoiceDetails details) {
        return InvoicePaper.of(details).rows().stream()
                .map(row -> new Line(
                        row.key(),
                        row.before(),
                        row.name(),
                        row.quantity(),
                        row.unit(),
                        row.category(),
                        row.rate(),
                        row.net()))
                .toList();
    }

    private static @Nullable Rates rates(InvoiceDetails details) {
        return details.ledgerRate() == null && details.vatRate() == null
                ? null
                : new Rates(rate(details.ledgerRate()), rate(details.vatRate()));
    }

    private static @Nullable Rate rate(@Nullable ExchangeRate rate) {
        return rate == null ? null : new Rate(rate.rate().toPlainString(), rate.date(), rate.table(), rate.source());
    }
}
