package io.simbaerp.company.workingday;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The company's week as somebody enters it. */
public record WorkingWeekDraft(
        @Nullable String country,
        @Nullable LocalTime opens,
        @Nullable LocalTime closes,
        @Nullable Set<DayOfWeek> days) {}
