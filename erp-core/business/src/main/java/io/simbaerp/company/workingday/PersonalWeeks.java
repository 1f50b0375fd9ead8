package io.simbaerp.company.workingday;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Port to the module that knows people: who works other days or hours than the company. */
public interface PersonalWeeks {

    /** By the person's id; whoever isn't there works as the company does. */
    Map<UUID, OwnWeek> all();

    /** The days and hours of one person. Holidays and the company's own days are free for them too. */
    record OwnWeek(LocalTime opens, LocalTime closes, Set<DayOfWeek> days) {

        public OwnWeek {
            days = Set.copyOf(days);
        }
    }
}
