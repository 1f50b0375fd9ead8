package io.simbaerp.company;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Days as the company lives them: the one place where an instant becomes a date. */
@Component
public class BusinessDay {

    private final Clock clock;
    private final CurrentCompany currentCompany;

    BusinessDay(Clock clock, CurrentCompany currentCompany) {
        this.clock = clock;
        this.currentCompany = currentCompany;
    }

    /** Today in the company's time zone. */
    public LocalDate today() {
        return of(clock.instant());
    }

    /** The day an instant falls on in the company's time zone. */
    public LocalDate of(Instant instant) {
        return instant.atZone(currentCompany.get().timeZone()).toLocalDate();
    }
}
