package io.simbaerp.invoice.registration;

import io.simbaerp.company.BusinessDay;
import io.simbaerp.company.FiscalPeriodView;
import io.simbaerp.company.FiscalPeriods;
import io.simbaerp.company.period.LockArea;
import io.simbaerp.invoice.received.ReceivedInvoice;
import io.simbaerp.invoice.received.polish.Correction;
import io.simbaerp.invoice.received.polish.PolishTerms;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The day an invoice is to stand in the books under, and the period that day belongs to. */
@Component
public class PostingDay {

    /** A day in an open period. */
    public record Day(LocalDate date, FiscalPeriodView period) {}

    private final FiscalPeriods periods;
    private final BusinessDay businessDay;

    PostingDay(FiscalPeriods periods, BusinessDay businessDay) {
        this.periods = periods;
        this.businessDay = businessDay;
    }

    /**
     * Costs belong to the period of their operation (accounting act art. 6); where that is closed, to the day the invoice
     * came, and where that is closed too, to today. A correction that does not count from its
     * original's date (TypKorekty 2 and 3), such as one for a discount agreed later, is an operation of its own date, although
     * it repeats the day of the supply.
     */
    public Optional<Day> proposed(InvoiceDates dates, ReceivedInvoice invoice) {
        LocalDate operation = isNewEvent(invoice.polish()) ? dates.issue() : dates.operation();
        return Stream.of(operation, dates.received(), businessDay.today())
                .flatMap(day -> open(day).stream())
                .findFirst();
    }

    private static boolean isNewEvent(@Nullable PolishTerms polish) {
        Correction correction = polish == null ? null : polish.correction();
        return correction != null
                && correction.effect() != null
                && correction.effect() != Correction.Effect.ORIGINAL_DATE;
    }

    /** This day, if its period is open. */
    public Optional<Day> open(LocalDate day) {
        return periods.of(day)
                .filter(period -> period.openFor(LockArea.PURCHASES))
                .map(period -> new Day(day, period));
    }
}
