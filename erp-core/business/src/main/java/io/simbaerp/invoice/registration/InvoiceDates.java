package io.simbaerp.invoice.registration;

import io.simbaerp.invoice.received.Delivery;
import io.simbaerp.invoice.received.InvoicingPeriod;
import io.simbaerp.invoice.received.ReceivedInvoice;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The dates of an invoice, each with its own meaning.
 *
 * @param issue BT-2
 * @param supplyFrom BT-73: first day of the period supplied in
 * @param supplyTo BT-72, else BT-74: the day of supply, or the last day of its period
 * @param taxPoint BT-7, else the supply date, else the issue date; of an acquisition within the EU the issue date, at the
 *     latest the 15th of the month after the supply (VAT act art. 20(5))
 * @param received the day it reached us, in the company's time zone
 * @param due BT-9
 */
public record InvoiceDates(
        LocalDate issue,
        @Nullable LocalDate supplyFrom,
        @Nullable LocalDate supplyTo,
        LocalDate taxPoint,
        LocalDate received,
        @Nullable LocalDate due) {

    private static final String ACQUISITION = "K";
    private static final int ACQUIRED_BY = 15;

    /** @throws NullPointerException if the invoice lacks its issue date; see {@link ReceivedInvoice#missing()} */
    public static InvoiceDates of(ReceivedInvoice invoice, LocalDate received) {
        LocalDate issue = Objects.requireNonNull(invoice.issueDate(), "BT-2");
        InvoicingPeriod period = invoice.period();
        LocalDate from = period == null ? null : period.start();
        LocalDate to = period == null ? null : period.end();
        Delivery delivery = invoice.delivery();
        if (delivery != null && delivery.date() != null) {
            to = delivery.date();
        }
        LocalDate supply = to != null ? to : from;
        return new InvoiceDates(issue, from, to, taxPoint(invoice, issue, supply), received, invoice.dueDate());
    }

    private static LocalDate taxPoint(ReceivedInvoice invoice, LocalDate issue, @Nullable LocalDate supply) {
        if (isAcquisition(invoice)) {
            LocalDate latest = (supply == null ? issue : supply).plusMonths(1).withDayOfMonth(ACQUIRED_BY);
            return issue.isBefore(latest) ? issue : latest;
        }
        return invoice.taxPointDate() != null ? invoice.taxPointDate() : supply != null ? supply : issue;
    }

    /** Goods out of another country of the EU, on which the buyer owes the tax. */
    private static boolean isAcquisition(ReceivedInvoice invoice) {
        return invoice.vatBreakdown().stream().anyMatch(vat -> ACQUISITION.equals(vat.category()));
    }

    /** The same invoice, having reached us on another day. */
    public InvoiceDates receivedOn(LocalDate day) {
        return new InvoiceDates(issue, supplyFrom, supplyTo, taxPoint, day, due);
    }

    /**
     * The day of the economic operation (accounting act art. 30(2), JPK_KR_PD D_6): the supply, or the issue of an invoice
     * that came before its supply. The ledger's rate is the last one before it.
     */
    public LocalDate operation() {
        LocalDate supply = supplyTo != null ? supplyTo : supplyFrom;
        return supply != null && supply.isBefore(issue) ? supply : issue;
    }

    /** The day before which the VAT rate is taken (VAT act art. 31a): the tax point, or the issue if that was earlier. */
    public LocalDate vatRateDay() {
        return issue.isBefore(taxPoint) ? issue : taxPoint;
    }

    /** When it is to be paid; at once if the invoice names no day. */
    public LocalDate payBy() {
        return due != null ? due : issue;
    }
}
