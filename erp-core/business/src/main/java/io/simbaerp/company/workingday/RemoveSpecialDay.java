package io.simbaerp.company.workingday;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.ApplicationEventPublisher;

/** Takes a day of the company's own out of the calendar: week and holidays count again. */
@UseCase(Duty.ADMINISTER)
public class RemoveSpecialDay {

    private final CalendarRows rows;
    private final WorkingDays workingDays;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RemoveSpecialDay(
            CalendarRows rows,
            WorkingDays workingDays,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.workingDays = workingDays;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /** @throws NotFound if there is none on that day */
    public void remove(LocalDate day) {
        if (!rows.remove(day)) {
            throw new NotFound("special-day", day);
        }
        workingDays.forget();
        events.publishEvent(new WorkingCalendarChanged(currentActor.company(), currentActor.actor(), clock.instant()));
    }
}
