package io.simbaerp.identity.parttime;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Set;
import java.util.UUID;

/** On which days and in which hours somebody works. */
public record PartTime(UUID person, String personName, LocalTime opens, LocalTime closes, Set<DayOfWeek> days) {

    public PartTime {
        days = Set.copyOf(days);
    }
}
