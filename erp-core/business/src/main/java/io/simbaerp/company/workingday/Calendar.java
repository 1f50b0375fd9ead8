package io.simbaerp.company.workingday;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Week, holidays and own days together: a value that only counts. */
record Calendar(WorkingWeek week, Map<LocalDate, Boolean> special, Predicate<LocalDate> holiday) {

    /** No week without a single working day is stored; own days alone can't free two years. */
    private static final int FAR = 800;

    boolean works(LocalDate day) {
        Boolean own = special.get(day);
        if (own != null) {
            return own;
        }
        return week.days().contains(day.getDayOfWeek()) && !holiday.test(day);
    }

    /** So many working days later; with none the day itself, or the next working day. */
    LocalDate after(LocalDate day, int workingDays) {
        LocalDate reached = workingDays == 0 ? onOrAfter(day) : day;
        for (int left = workingDays; left > 0; left--) {
            reached = onOrAfter(reached.plusDays(1));
        }
        return reached;
    }

    /** So many working hours later, counted only while the company works. */
    LocalDateTime after(LocalDateTime from, Duration work) {
        Duration left = work;
        LocalDate day = onOrAfter(from.toLocalDate());
        LocalDateTime at = day.equals(from.toLocalDate()) ? from : day.atTime(week.opens());
        while (true) {
            LocalDateTime opens = day.atTime(week.opens());
            LocalDateTime start = at.isBefore(opens) ? opens : at;
            Duration today = Duration.between(start, day.atTime(week.closes()));
            if (!today.isNegative() && left.compareTo(today) <= 0) {
                return start.plus(left);
            }
            left = today.isNegative() ? left : left.minus(today);
            day = onOrAfter(day.plusDays(1));
            at = day.atTime(week.opens());
        }
    }

    /** So many working hours earlier, counted only while the company works. */
    LocalDateTime before(LocalDateTime until, Duration work) {
        Duration left = work;
        LocalDateTime end = until;
        LocalDate day = until.toLocalDate();
        for (int tried = 0; tried < FAR && !left.isZero(); tried++) {
            if (works(day)) {
                LocalDateTime worked = earlier(end, day.atTime(week.closes()));
                Duration today = Duration.between(day.atTime(week.opens()), worked);
                if (left.compareTo(today) <= 0) {
                    return worked.minus(left);
                }
                left = today.isNegative() ? left : left.minus(today);
            }
            day = day.minusDays(1);
            end = day.atTime(week.closes());
        }
        return end;
    }

    List<WorkedDay> worked(LocalDate from, LocalDate until, ZoneId zone) {
        List<WorkedDay> days = new ArrayList<>();
        long before = 0;
        for (LocalDate day = from; !day.isAfter(until); day = day.plusDays(1)) {
            Instant opens = day.atTime(week.opens()).atZone(zone).toInstant();
            Instant closes = works(day) ? day.atTime(week.closes()).atZone(zone).toInstant() : opens;
            days.add(new WorkedDay(day, opens, closes, before));
            before += Duration.between(opens, closes).toSeconds();
        }
        return days;
    }

    /** How long the company worked between the two. */
    Duration between(LocalDateTime from, LocalDateTime until) {
        Duration worked = Duration.ZERO;
        for (LocalDate day = from.toLocalDate(); !day.isAfter(until.toLocalDate()); day = day.plusDays(1)) {
            if (works(day)) {
                LocalDateTime start = later(from, day.atTime(week.opens()));
                LocalDateTime end = earlier(until, day.atTime(week.closes()));
                worked = start.isBefore(end) ? worked.plus(Duration.between(start, end)) : worked;
            }
        }
        return worked;
    }

    LocalDate onOrAfter(LocalDate day) {
        LocalDate next = day;
        for (int tried = 0; tried < FAR && !works(next); tried++) {
            next = next.plusDays(1);
        }
        return next;
    }

    private static LocalDateTime later(LocalDateTime one, LocalDateTime other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDateTime earlier(LocalDateTime one, LocalDateTime other) {
        return one.isBefore(other) ? one : other;
    }
}
