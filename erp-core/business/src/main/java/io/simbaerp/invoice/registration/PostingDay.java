package io.simbaerp.invoice.registration;

import io.simbaerp.company.BusinessDay;
import io.simbaerp.company.FiscalPeriodView;
import io.simbaerp.company.FiscalPeriods;
import io.simbaerp.company.period.LockArea;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
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
     * came, and where that is closed too, to today.
     */
    public Optional<Day> proposed(InvoiceDates dates) {
        return Stream.of(dates.operation(), dates.received(), businessDay.today())
                .flatMap(day -> open(day).stream())
                .findFirst();
    }

    /** This day, if its period is open. */
    public Optional<Day> open(LocalDate day) {
        return periods.of(day)
                .filter(period -> period.openFor(LockArea.PURCHASES))
                .map(period -> new Day(day, period));
    }
}
