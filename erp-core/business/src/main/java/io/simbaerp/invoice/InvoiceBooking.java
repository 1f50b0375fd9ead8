package io.simbaerp.invoice;

import io.simbaerp.invoice.received.ReceivedInvoice;
import io.simbaerp.invoice.registration.InvoiceDates;
import io.simbaerp.invoice.registration.PostingDay;
import io.simbaerp.invoice.registration.VatPeriod;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Where it is to stand in the books, and when its tax is deducted. */
@Embeddable
record InvoiceBooking(
        @Nullable LocalDate postingDate,
        @Nullable String fiscalPeriod,
        @Nullable String vatPeriod,
        @Nullable String vatPeriodReason) {

    static InvoiceBooking of(PostingDay.@Nullable Day day, VatPeriod.Choice vat) {
        return new InvoiceBooking(
                day == null ? null : day.date(),
                day == null ? null : day.period().code(),
                vat.month(),
                vat.reason());
    }

    /** All of its columns may be empty, and then Hibernate reads nothing. */
    static InvoiceBooking orNone(@Nullable InvoiceBooking booking) {
        return booking == null ? new InvoiceBooking(null, null, null, null) : booking;
    }

    InvoiceBooking receivedOn(LocalDate day, InvoiceDates before, ReceivedInvoice invoice) {
        VatPeriod.Choice vat = VatPeriod.after(before, day, new VatPeriod.Choice(vatPeriod, vatPeriodReason), invoice);
        return new InvoiceBooking(postingDate, fiscalPeriod, vat.month(), vat.reason());
    }
}
