package io.simbaerp.invoice.registration;

import io.simbaerp.invoice.received.Delivery;
import io.simbaerp.invoice.received.InvoicingPeriod;
import io.simbaerp.invoice.received.PrecedingInvoice;
import io.simbaerp.invoice.received.ReceivedInvoice;
import io.simbaerp.invoice.received.polish.Correction;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
 * @param corrected what a correction says of the time of its original; nothing of any other invoice
 */
public record InvoiceDates(
        LocalDate issue,
        @Nullable LocalDate supplyFrom,
        @Nullable LocalDate supplyTo,
        LocalDate taxPoint,
        LocalDate received,
        @Nullable LocalDate due,
        @Nullable Corrected corrected) {

    /**
     * When a correction counts and what it corrects was issued.
     *
     * @param newEvent whether it is an operation of its own, not one of its original's date (TypKorekty 2 and 3)
     * @param originalIssue the day the one original it names was issued; nothing if it names several, or none with a day
     */
    public record Corrected(boolean newEvent, @Nullable LocalDate originalIssue) {

        public static @Nullable Corrected of(ReceivedInvoice invoice) {
            Correction correction =
                    invoice.polish() == null ? null : invoice.polish().correction();
            if (correction == null) {
                return null;
            }
            Correction.Effect effect = correction.effect();
            List<PrecedingInvoice> originals = invoice.precedingInvoices();
            return new Corrected(
                    effect != null && effect != Correction.Effect.ORIGINAL_DATE,
                    originals.size() == 1 ? originals.get(0).issueDate() : null);
        }
    }

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
        return new InvoiceDates(
                issue, from, to, taxPoint(invoice, issue, supply), received, invoice.dueDate(), Corrected.of(invoice));
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
        return new InvoiceDates(issue, supplyFrom, supplyTo, taxPoint, day, due, corrected);
    }

    /**
     * The day of the economic operation (accounting act art. 30(2), JPK_KR_PD D_6): the supply, or the issue of an invoice
     * that came before its supply. A correction that is a new event, such as one for a discount agreed later, happens on
     * its own date, although it repeats the day of the supply.
     */
    public LocalDate operation() {
        LocalDate supply = supply();
        return supply != null && supply.isBefore(issue) && !isNewEvent() ? supply : issue;
    }

    /**
     * The day before which the ledger's rate is taken: the operation. A correction that counts from its original's date
     * keeps the original's rate, so where it names no day of supply the original's issue stands for it.
     */
    public LocalDate ledgerRateDay() {
        return isNewEvent() ? issue : originalIfNoSupply().orElse(operation());
    }

    /**
     * The day before which the VAT rate is taken (VAT act art. 31a): the tax point, or the issue if that was earlier. A
     * correction is converted at the rate of what it corrects.
     */
    public LocalDate vatRateDay() {
        return originalIfNoSupply().orElse(issue.isBefore(taxPoint) ? issue : taxPoint);
    }

    private boolean isNewEvent() {
        return corrected != null && corrected.newEvent();
    }

    private Optional<LocalDate> originalIfNoSupply() {
        return supply() != null || taxPoint.isBefore(issue)
                ? Optional.empty()
                : Optional.ofNullable(corrected).map(Corrected::originalIssue).filter(day -> day.isBefore(issue));
    }

    private @Nullable LocalDate supply() {
        return supplyTo != null ? supplyTo : supplyFrom;
    }

    /** When it is to be paid; at once if the invoice names no day. */
    public LocalDate payBy() {
        return due != null ? due : issue;
    }
}
