package io.simbaerp.company.workingday;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;

/** Keeps a day of the company's own: free, or worked. Tasks that are open keep the due time they have. */
@UseCase(Duty.ADMINISTER)
public class KeepSpecialDay {

    private static final int LONGEST_NAME = 100;

    private final CalendarRows rows;
    private final WorkingDays workingDays;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    KeepSpecialDay(
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

    /** @throws RuleViolation special-day.day-missing, special-day.name-missing, special-day.name-too-long */
    public void keep(SpecialDayDraft draft) {
        LocalDate day = draft.day();
        if (day == null) {
            throw RuleViolation.ofField("day", "special-day.day-missing");
        }
        String name = Objects.requireNonNullElse(draft.name(), "").strip();
        if (name.isEmpty()) {
            throw RuleViolation.ofField("name", "special-day.name-missing");
        }
        if (name.length() > LONGEST_NAME) {
            throw RuleViolation.ofField("name", "special-day.name-too-long", LONGEST_NAME);
        }
        rows.keep(new SpecialDay(day, Boolean.TRUE.equals(draft.works()), name));
        workingDays.forget();
        events.publishEvent(new WorkingCalendarChanged(currentActor.company(), currentActor.actor(), clock.instant()));
    }
}
