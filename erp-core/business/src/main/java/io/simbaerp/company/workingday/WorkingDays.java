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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Counts in the company's working days and hours. Every task asks, so what was read is kept for some seconds; another node's
 * change is seen after that.
 */
@Component
public class WorkingDays {

    private static final Duration KEPT = Duration.ofSeconds(30);

    private record Kept(Calendar calendar, Map<UUID, Calendar> own, Instant until) {

        Calendar of(@Nullable UUID person) {
            Calendar theirs = person == null ? null : own.get(person);
            return theirs == null ? calendar : theirs;
        }
    }

    private final WorkingCalendar calendar;
    private final PublicHolidays holidays;
    private final CurrentActor currentActor;
    private final CurrentCompany currentCompany;
    private final BusinessDay businessDay;
    private final Clock clock;
    private final Map<CompanyId, Kept> kept = new ConcurrentHashMap<>();

    /** How often each company changed its calendar: what was read before a change is not kept after it. */
    private final Map<CompanyId, Integer> changes = new ConcurrentHashMap<>();

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
        return dayAfter(workingDays, null);
    }

    /** The same in the days of one person, where they work part-time. */
    public LocalDate dayAfter(int workingDays, @Nullable UUID person) {
        return kept().of(person).after(businessDay.today(), workingDays);
    }

    /** When work ends on that day. */
    public Instant endOf(LocalDate day) {
        return endOf(day, null);
    }

    /** When one person's work ends on that day. */
    public Instant endOf(LocalDate day, @Nullable UUID person) {
        return day.atTime(kept().of(person).week().closes()).atZone(zone()).toInstant();
    }

    /** So many working hours from now. */
    public Instant hoursFromNow(int workingHours) {
        return hoursFromNow(workingHours, null);
    }

    /** The same in the hours of one person, where they work part-time. */
    public Instant hoursFromNow(int workingHours, @Nullable UUID person) {
        return kept().of(person)
                .after(clock.instant().atZone(zone()).toLocalDateTime(), Duration.ofHours(workingHours))
                .atZone(zone())
                .toInstant();
    }

    /** The moment from which the company had worked so long until now. */
    public Instant back(Duration work) {
        return calendar()
                .before(clock.instant().atZone(zone()).toLocalDateTime(), work)
                .atZone(zone())
                .toInstant();
    }

    /** How long a working day is. */
    public Duration dayLength() {
        WorkingWeek week = calendar().week();
        return Duration.between(week.opens(), week.closes());
    }

    /** Each day from one to another with what was worked before it since the first, so that reports count by sums alone. */
    public List<WorkedDay> worked(LocalDate from, LocalDate until, @Nullable UUID person) {
        return kept().of(person).worked(from, until, zone());
    }

    /** Who works other days or hours than the company. */
    public Set<UUID> partTimers() {
        return Set.copyOf(kept().own().keySet());
    }

    /** How long the company worked between the two moments. */
    public Duration between(Instant from, Instant until) {
        return calendar()
                .between(
                        from.atZone(zone()).toLocalDateTime(),
                        until.atZone(zone()).toLocalDateTime());
    }

    /**
     * What was changed counts once it is committed: forgotten before, it could be read again as it was. Whoever reads it at
     * that very moment doesn't keep what they read.
     */
    public void forget() {
        CompanyId company = currentActor.company();
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            drop(company);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                drop(company);
            }
        });
    }

    private void drop(CompanyId company) {
        kept.compute(company, (same, known) -> {
            changes.merge(same, 1, Integer::sum);
            return null;
        });
    }

    private Calendar calendar() {
        return kept().calendar();
    }

    private Kept kept() {
        CompanyId company = currentActor.company();
        Instant now = clock.instant();
        Kept known = kept.get(company);
        if (known != null && !now.isAfter(known.until())) {
            return known;
        }
        int before = changes.getOrDefault(company, 0);
        Kept fresh = read(now.plus(KEPT));
        kept.compute(company, (same, other) -> changes.getOrDefault(same, 0) == before ? fresh : null);
        return fresh;
    }

    private Kept read(Instant until) {
        WorkingWeek week = calendar.week();
        Predicate<LocalDate> holiday = day -> holidays.isHoliday(week.country(), day);
        Map<LocalDate, Boolean> special =
                calendar.ownDays().stream().collect(Collectors.toMap(SpecialDay::day, SpecialDay::works));
        // Nobody who works part-time comes on a Saturday because the company takes stock then.
        Map<LocalDate, Boolean> free = special.entrySet().stream()
                .filter(day -> !day.getValue())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new Kept(
                new Calendar(week, special, holiday),
                calendar.ownWeeks().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, own -> new Calendar(own.getValue(), free, holiday))),
                until);
    }

    private ZoneId zone() {
        return currentCompany.get().timeZone();
    }
}
