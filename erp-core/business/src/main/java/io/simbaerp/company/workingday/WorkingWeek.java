package io.simbaerp.company.workingday;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Set;

/**
 * The week as the company works it.
 *
 * @param country whose public holidays are kept, by its two letters
 * @param opens when work begins on a working day
 * @param closes when it ends: what is due on a day is due then
 */
public record WorkingWeek(String country, LocalTime opens, LocalTime closes, Set<DayOfWeek> days) {

    public WorkingWeek {
        days = Set.copyOf(days);
    }

    /** Monday to Friday, from eight to four. */
    static WorkingWeek usual(String country) {
        return new WorkingWeek(
                country,
                LocalTime.of(8, 0),
                LocalTime.of(16, 0),
                Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY));
    }
}
