package io.simbaerp.company.workingday;

import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.company.CurrentCompany;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Counts in the company's working days and hours. Every task asks, so what was read is kept for some seconds; another node's
 * change is seen after that.
 */
@Component
public class WorkingDays {

    private static final Duration KEPT = Duration.ofSeconds(30);

    private record Kept(Calendar calendar, Instant until) {}

    private final WorkingCalendar calendar;
    private final PublicHolidays holidays;
    private final CurrentActor currentActor;
    private final CurrentCompany currentCompany;
    private final BusinessDay businessDay;
    private final Clock clock;
    private final Map<CompanyId, Kept> kept = new ConcurrentHashMap<>();

    WorkingDays(
            WorkingCalendar calendar,
            PublicHolidays holidays,
            CurrentActor currentActor,
            CurrentCompany currentCompany,
            BusinessDay businessDay,
            Clock clock) {
        this.calendar = calendar;
        this.holidays = holidays;
        this.currentActor = currentActor;
        this.currentCompany = currentCompany;
        this.businessDay = businessDay;
        this.clock = clock;
    }

    public boolean works(LocalDate day) {
        return calendar().works(day);
    }

    /** The day so many working days after today. */
    public LocalDate dayAfter(int workingDays) {
        return calendar().after(businessDay.today(), workingDays);
    }

    /** When work ends on that day. */
    public Instant endOf(LocalDate day) {
        return day.atTime(calendar().week().closes()).atZone(zone()).toInstant();
    }

    /** So many working hours from now. */
    public Instant hoursFromNow(int workingHours) {
        return calendar()
                .after(clock.instant().atZone(zone()).toLocalDateTime(), Duration.ofHours(workingHours))
                .atZone(zone())
                .toInstant();
    }

    /** How long the company worked between the two moments. */
    public Duration between(Instant from, Instant until) {
        return calendar()
                .between(
                        from.atZone(zone()).toLocalDateTime(),
                        until.atZone(zone()).toLocalDateTime());
    }

    /** What was changed counts at once here. */
    void forget() {
        kept.remove(currentActor.company());
    }

    private Calendar calendar() {
        CompanyId company = currentActor.company();
        Instant now = clock.instant();
        Kept known = kept.get(company);
        if (known == null || now.isAfter(known.until())) {
            known = new Kept(read(), now.plus(KEPT));
            kept.put(company, known);
        }
        return known.calendar();
    }

    private Calendar read() {
        WorkingWeek week = calendar.week();
        Predicate<LocalDate> holiday = day -> holidays.isHoliday(week.country(), day);
        return new Calendar(
                week,
                calendar.ownDays().stream().collect(Collectors.toMap(SpecialDay::day, SpecialDay::works)),
                holiday);
    }

    private ZoneId zone() {
        return currentCompany.get().timeZone();
    }
}
