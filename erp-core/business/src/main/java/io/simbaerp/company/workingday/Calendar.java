package io.simbaerp.company.workingday;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
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
