package io.simbaerp.company.workingday;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;

/** Says on which days of the week and in which hours the company works, and whose public holidays it keeps. */
@UseCase(Duty.ADMINISTER)
public class SetWorkingWeek {

    private final CalendarRows rows;
    private final PublicHolidays holidays;
    private final WorkingDays workingDays;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SetWorkingWeek(
            CalendarRows rows,
            PublicHolidays holidays,
            WorkingDays workingDays,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.holidays = holidays;
        this.workingDays = workingDays;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @throws RuleViolation working-week.country-unknown, working-week.hours-missing, working-week.hours-turned,
     *     working-week.days-missing
     */
    public void set(WorkingWeekDraft draft) {
        String country = Objects.requireNonNullElse(draft.country(), "").strip().toUpperCase(Locale.ROOT);
        if (!holidays.knows(country)) {
            throw RuleViolation.ofField("country", "working-week.country-unknown", country);
        }
        LocalTime opens = draft.opens();
        LocalTime closes = draft.closes();
        if (opens == null || closes == null) {
            throw RuleViolation.ofField(opens == null ? "opens" : "closes", "working-week.hours-missing");
        }
        if (!opens.isBefore(closes)) {
            throw RuleViolation.ofField("closes", "working-week.hours-turned");
        }
        if (draft.days() == null
                || draft.days().isEmpty()
                || draft.days().stream().anyMatch(Objects::isNull)) {
            throw RuleViolation.ofField("days", "working-week.days-missing");
        }
        rows.keep(new WorkingWeek(country, opens, closes, Set.copyOf(draft.days())));
        workingDays.forget();
        events.publishEvent(new WorkingCalendarChanged(currentActor.company(), currentActor.actor(), clock.instant()));
    }
}
